# verdict: failed by prints_time
# why: The printed time is a constant.
import threading
import time

event = threading.Event()


def task(i):
    event.wait()
    print('time: 2018-05-01 17:31:15.896462')


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
time.sleep(10)
event.set()
