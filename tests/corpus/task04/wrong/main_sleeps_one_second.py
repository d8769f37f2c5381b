# verdict: failed by main_waits_ten_seconds
# also: not_before
# why: Main waits one second only.
import threading
import time

event = threading.Event()


def task(i):
    event.wait()
    print(i, time.ctime())


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
time.sleep(1)
event.set()
