# verdict: failed by ten_threads
# also: prints_time, started_and_blocked
# why: range(1, 10) makes nine threads.
import threading
import time

event = threading.Event()


def task(i):
    event.wait()
    print(i, time.ctime())


for i in range(1, 10):
    threading.Thread(target=task, args=(i,)).start()
time.sleep(10)
event.set()
