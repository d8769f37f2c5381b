# verdict: failed by ten_threads
# why: Five workers run the ten jobs, which is five threads.
# also: together
from concurrent.futures import ThreadPoolExecutor
import threading
import time


def job(n):
    time.sleep(0.2)
    print(n, threading.current_thread().name, threading.active_count())


with ThreadPoolExecutor(max_workers=5) as pool:
    list(pool.map(job, range(10)))
print("main ends")
