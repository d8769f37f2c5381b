# verdict: passed without started_and_blocked
# why: A pool of ten whose jobs take 0.2 s each is ten threads, but they are born after the wait.
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime


def task(n):
    print(n, datetime.now())
    time.sleep(0.2)


time.sleep(10)
with ThreadPoolExecutor(10) as pool:
    for n in range(10):
        pool.submit(task, n)
