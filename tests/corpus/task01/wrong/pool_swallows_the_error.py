# verdict: failed by own_name
# why: str + int raises TypeError in every job, the pool keeps it, nobody asks, and no line is printed.
# also: active_count
from concurrent.futures import ThreadPoolExecutor
import threading

meet = threading.Barrier(10)


def job():
    meet.wait()
    print("线程名 " + threading.current_thread().name + " 活跃 " + threading.active_count())


with ThreadPoolExecutor(max_workers=10) as pool:
    for _ in range(10):
        pool.submit(job)
print("一切正常")
