# verdict: failed by ten_threads
# also: prints_time, started_and_blocked
# why: target=task() runs the task in the main thread; the ten threads that start have nothing to do.
import threading
import time
from datetime import datetime


def task():
    print('time:', datetime.now())


time.sleep(10)
for i in range(10):
    t = threading.Thread(target=task())
    t.start()
