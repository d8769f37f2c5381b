# verdict: passed
# why: A pool of ten whose jobs wait for one another at a barrier, so that no two can share a worker.
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, active_count, current_thread

together = Barrier(10)


def job(n):
    together.wait()
    print(f"job {n}: {current_thread().name} active={active_count()}")


with ThreadPoolExecutor(max_workers=10, thread_name_prefix="pool") as pool:
    for n in range(10):
        pool.submit(job, n)

print("main: the pool is shut down")
