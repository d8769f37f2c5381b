# verdict: passed
# why: Main's timed wait is a queue.get with a time-out that nobody ever answers.
import queue
import threading
import time

door = threading.Event()


def child(i):
    door.wait()
    print(f'[{i}] {time.strftime("%H:%M:%S")}')


threads = [threading.Thread(target=child, args=(i,)) for i in range(10)]
[t.start() for t in threads]

try:
    queue.Queue().get(timeout=10)
except queue.Empty:
    pass
door.set()
[t.join() for t in threads]
