# verdict: failed by clean_end
# also: ten_threads, main_waits_ten_seconds, prints_time, started_and_blocked
# why: Main joins the first child in the loop, and that child waits for main: a deadlock.
import threading
import time

event = threading.Event()


def task(i):
    event.wait()
    print(i, time.ctime())


for i in range(10):
    t = threading.Thread(target=task, args=(i,))
    t.start()
    t.join()
time.sleep(10)
event.set()
