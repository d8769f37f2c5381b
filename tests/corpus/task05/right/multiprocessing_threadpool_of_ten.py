# verdict: passed
# why: multiprocessing.pool.ThreadPool(10) has threads too; a semaphore admits five.
import threading
import time
from multiprocessing.pool import ThreadPool

limit = threading.Semaphore(5)


def job(i):
    with limit:
        print('begin', i)
        time.sleep(1)
        print('end', i)


pool = ThreadPool(10)
for i in range(10):
    pool.apply_async(job, (i,))
pool.close()
pool.join()
