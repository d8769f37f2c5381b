# verdict: failed by clean_end
# also: prints_time
# why: The flag is looked at without the lock, so the notify can fall between the look and the wait.
import threading
import time

cond = threading.Condition()
ready = False


def task(i):
    if not ready:
        with cond:
            cond.wait()
    print(i, time.ctime())


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
time.sleep(10)
ready = True
with cond:
    cond.notify_all()
