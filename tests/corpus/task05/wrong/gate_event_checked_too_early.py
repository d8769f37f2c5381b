# verdict: failed by at_most_five
# why: Several threads pass the open gate before the fifth of them can shut it.
import threading
import time

gate = threading.Event()
gate.set()
lock = threading.Lock()
running = 0


def task(i):
    global running
    gate.wait()
    with lock:
        running += 1
        if running >= 5:
            gate.clear()
    print(i, 'begin')
    time.sleep(1)
    print(i, 'end')
    with lock:
        running -= 1
        if running < 5:
            gate.set()


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
