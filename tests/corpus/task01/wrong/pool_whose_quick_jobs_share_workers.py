# verdict: failed by ten_threads
# why: Nothing keeps a quick job's worker from taking the next job too, so fewer than ten threads may run the ten jobs.
from concurrent.futures import ThreadPoolExecutor
import threading


def job():
    print(threading.current_thread().name, threading.active_count())


with ThreadPoolExecutor(max_workers=10) as pool:
    for _ in range(10):
        pool.submit(job)
print("main ends")
