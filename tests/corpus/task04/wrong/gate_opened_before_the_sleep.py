# verdict: failed by not_before
# also: started_and_blocked
# why: event.set() stands above the sleep.
import threading
import time

event = threading.Event()


def task(i):
    event.wait()
    print(i, time.ctime())


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
event.set()
time.sleep(10)
