# verdict: failed by ten_threads
# why: Ten jobs in a pool of five are five threads.
from concurrent.futures import ThreadPoolExecutor
import threading
import time

local = threading.local()


def job(n):
    local.name = "Alex"
    time.sleep(0.2)
    return local.name


with ThreadPoolExecutor(5) as pool:
    print(list(pool.map(job, range(10))))
