# verdict: passed
# why: Ten jobs that all block on one Event cannot share a worker of the pool of ten.
import time
from concurrent.futures import ThreadPoolExecutor
from threading import Event, current_thread

go = Event()


def job(i):
    go.wait()
    print(current_thread().name, i, time.strftime('%Y/%m/%d %H:%M:%S', time.localtime()))


with ThreadPoolExecutor(max_workers=10) as pool:
    for i in range(10):
        pool.submit(job, i)
    time.sleep(10)
    go.set()
