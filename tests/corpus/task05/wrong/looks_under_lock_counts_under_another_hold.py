# verdict: failed by at_most_five
# why: The lock is let go between the look at the counter and the counting.
import threading
import time

lock = threading.Lock()
running = 0


def is_full():
    with lock:
        return running >= 5


def change(step):
    global running
    with lock:
        running += step


def task(i):
    while is_full():
        time.sleep(0.2)
    change(+1)
    print(i, 'begin')
    time.sleep(1)
    print(i, 'end')
    change(-1)


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
