# verdict: failed by ten_threads
# also: prints_time, started_and_blocked
# why: A pool of five workers runs the ten jobs, so there are five threads.
import threading
import time
from concurrent.futures import ThreadPoolExecutor

event = threading.Event()


def task(i):
    event.wait()
    print(i, time.ctime())


with ThreadPoolExecutor(5) as pool:
    for i in range(10):
        pool.submit(task, i)
    time.sleep(10)
    event.set()
