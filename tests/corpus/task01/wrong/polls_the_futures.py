# verdict: failed by no_spin
# why: It asks future.done() every 10 ms instead of waiting for the futures.
from concurrent.futures import ThreadPoolExecutor
import threading
import time

meet = threading.Barrier(10)


def job():
    meet.wait()
    print(threading.current_thread().name, threading.active_count())
    time.sleep(0.5)


with ThreadPoolExecutor(10) as pool:
    futures = [pool.submit(job) for _ in range(10)]
    while not all(f.done() for f in futures):
        time.sleep(0.01)
print("主线程结束")
