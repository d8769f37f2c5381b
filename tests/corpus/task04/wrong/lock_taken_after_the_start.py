# verdict: failed by not_before
# also: started_and_blocked
# why: Main takes the lock after starting the children, so an early one can be through before.
import threading
import time

lock = threading.Lock()


def task(i):
    with lock:
        print(i, time.ctime())


threads = [threading.Thread(target=task, args=(i,)) for i in range(10)]
for t in threads:
    t.start()
with lock:
    time.sleep(10)
for t in threads:
    t.join()
