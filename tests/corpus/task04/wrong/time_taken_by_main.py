# verdict: failed by prints_time
# why: Main takes the time once and the children print that.
import threading
import time

event = threading.Event()
now = None


def task(i):
    event.wait()
    print(i, now)


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
time.sleep(10)
now = time.ctime()
event.set()
