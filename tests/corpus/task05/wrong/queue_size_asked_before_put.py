# verdict: failed by at_most_five
# why: qsize() and put() are two steps, another thread fits in between, and the queue itself has no limit.
import queue
import threading
import time

room = queue.Queue()


def task(i):
    while room.qsize() >= 5:
        time.sleep(0.2)
    room.put(i)
    print(i, 'begin')
    time.sleep(1)
    print(i, 'end')
    room.get()


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
