# verdict: failed by at_most_five
# why: acquire(blocking=False) does not wait, and its answer is not looked at.
import threading
import time

sem = threading.Semaphore(5)


def task(i):
    sem.acquire(blocking=False)
    print(i, 'begin')
    time.sleep(1)
    print(i, 'end')
    sem.release()


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
