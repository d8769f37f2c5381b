# verdict: passed
# why: Each of the ten jobs sleeps 0.2 s, so each has a worker of its own, and sets the attribute there.
import threading
import time
from concurrent.futures import ThreadPoolExecutor

local = threading.local()


def job():
    local.name = "Alex"
    time.sleep(0.2)
    print(threading.current_thread().name, local.name)


pool = ThreadPoolExecutor(max_workers=10)
for _ in range(10):
    pool.submit(job)
pool.shutdown()
