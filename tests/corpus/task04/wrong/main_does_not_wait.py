# verdict: failed by main_waits_ten_seconds
# also: not_before
# why: Main opens the gate at once and only prints that it has slept.
import threading
import time

event = threading.Event()


def task(i):
    event.wait()
    print(i, time.ctime())


threads = [threading.Thread(target=task, args=(i,)) for i in range(10)]
for t in threads:
    t.start()
print('主线程 sleep 10 秒')
print('10 秒到了')
event.set()
for t in threads:
    t.join()
