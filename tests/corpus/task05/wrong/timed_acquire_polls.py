# verdict: failed by no_spin
# why: acquire(timeout=0.01) over and over is polling.
import threading
import time

sem = threading.Semaphore(5)


def task(i):
    while not sem.acquire(timeout=0.01):
        continue
    print(i, 'begin')
    time.sleep(1)
    print(i, 'end')
    sem.release()


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
