# verdict: failed by main_waits
# why: shutdown(wait=False) returns at once and leaves the waiting to the interpreter's exit.
from concurrent.futures import ThreadPoolExecutor
import threading
import time


def job():
    time.sleep(0.2)
    print(threading.current_thread().name, threading.active_count())


pool = ThreadPoolExecutor(max_workers=10)
for _ in range(10):
    pool.submit(job)
pool.shutdown(wait=False)
print("主线程结束")
