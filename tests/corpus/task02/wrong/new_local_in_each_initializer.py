# verdict: failed by one_object
# why: The pool's initializer makes a new local in each worker and rebinds the global name to it.
import threading
from concurrent.futures import ThreadPoolExecutor

meet = threading.Barrier(10)
local = None


def prepare():
    global local
    local = fresh = threading.local()
    fresh.name = "Alex"


def job():
    meet.wait()


with ThreadPoolExecutor(10, initializer=prepare) as pool:
    for _ in range(10):
        pool.submit(job)
