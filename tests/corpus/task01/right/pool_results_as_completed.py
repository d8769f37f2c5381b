# verdict: passed
# why: The main thread takes all ten results with as_completed, after a barrier that keeps the ten jobs in ten workers.
import threading
from concurrent.futures import ThreadPoolExecutor, as_completed

gate = threading.Barrier(10)


def job():
    gate.wait()
    me = threading.current_thread()
    print("%-28s %3d" % (me.name, threading.active_count()))
    return me.name


pool = ThreadPoolExecutor(max_workers=20)
names = set()
for future in as_completed([pool.submit(job) for _ in range(10)]):
    names.add(future.result())
pool.shutdown(wait=True)
print(len(names), "different workers")
