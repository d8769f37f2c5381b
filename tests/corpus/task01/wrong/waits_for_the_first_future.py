# verdict: failed by main_waits
# why: wait(..., FIRST_COMPLETED) returns as soon as one job is done, and shutdown(wait=False) waits for none.
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
import threading

meet = threading.Barrier(10)


def job():
    meet.wait()
    print(threading.current_thread().name, threading.active_count())


pool = ThreadPoolExecutor(10)
futures = [pool.submit(job) for _ in range(10)]
wait(futures, return_when=FIRST_COMPLETED)
pool.shutdown(wait=False)
print("主线程结束")
