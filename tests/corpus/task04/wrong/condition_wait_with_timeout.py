# verdict: failed by not_before
# also: started_and_blocked
# why: cond.wait(10) returns after ten seconds too, and nobody looks why.
import threading
import time

cond = threading.Condition()
opened = False


def task(i):
    with cond:
        if not opened:
            cond.wait(10)
    print(i, time.ctime())


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
time.sleep(10)
with cond:
    opened = True
    cond.notify_all()
