# verdict: failed by ten_threads
# also: prints_time, started_and_blocked
# why: Ten short jobs given to a pool after the sleep can share a worker, so ten threads are not certain.
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime


def task(i):
    print(i, datetime.now())


pool = ThreadPoolExecutor(max_workers=10)
time.sleep(10)
for i in range(10):
    pool.submit(task, i)
pool.shutdown()
