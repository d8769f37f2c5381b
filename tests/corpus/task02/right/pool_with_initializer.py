# verdict: passed
# why: The pool's initializer sets the attribute in every worker, and a barrier keeps the ten jobs in ten workers.
import threading
from concurrent.futures import ThreadPoolExecutor

local = threading.local()
meet = threading.Barrier(10)


def prepare(name):
    local.name = name


def job(n):
    meet.wait()
    return f"{n}: {local.name}"


with ThreadPoolExecutor(10, initializer=prepare, initargs=("Alex",)) as pool:
    for line in pool.map(job, range(10)):
        print(line)
