# verdict: failed by ten_threads
# why: Nothing keeps a quick job's worker from taking the next job too, so fewer than ten threads may run the ten jobs.
from concurrent.futures import ThreadPoolExecutor
import threading

local = threading.local()


def job():
    local.name = "Alex"


with ThreadPoolExecutor(max_workers=10) as pool:
    for _ in range(10):
        pool.submit(job)
