# verdict: failed by at_most_five
# why: acquire(timeout=1.5) can run out, and the thread works on without a place.
import threading
import time

sem = threading.Semaphore(5)


def task(i):
    sem.acquire(timeout=1.5)
    print(i, 'begin')
    time.sleep(1)
    print(i, 'end')
    sem.release()


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
