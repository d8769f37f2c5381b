# verdict: failed by clean_end
# also: prints_time
# why: A child that comes to wait() after notify_all() has missed it and hangs.
import threading
import time

cond = threading.Condition()


def task(i):
    with cond:
        cond.wait()
    print(i, time.ctime())


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
time.sleep(10)
with cond:
    cond.notify_all()
