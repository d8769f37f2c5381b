# verdict: failed by no_spin
# why: acquire(blocking=False) in an empty loop burns the processor.
import threading
import time

sem = threading.Semaphore(5)


def task(i):
    while not sem.acquire(blocking=False):
        pass
    print(i, 'begin')
    time.sleep(1)
    print(i, 'end')
    sem.release()


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
