# verdict: passed
# why: Ten jobs of a second each cannot share the ten workers, and a semaphore lets five through.
import threading
import time
from concurrent.futures import ThreadPoolExecutor

sem = threading.Semaphore(5)


def job(i):
    with sem:
        print(f'job {i} start')
        time.sleep(1)
        print(f'job {i} stop')
    return i


with ThreadPoolExecutor(max_workers=10) as pool:
    print(list(pool.map(job, range(10))))
