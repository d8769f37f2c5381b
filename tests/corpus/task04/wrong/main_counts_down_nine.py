# verdict: failed by main_waits_ten_seconds
# also: not_before
# why: The countdown's range(1, 10) gives nine sleeps of one second.
import threading
import time

event = threading.Event()


def task(i):
    event.wait()
    print(i, time.ctime())


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
for second in range(1, 10):
    print('第%d秒' % second)
    time.sleep(1)
event.set()
