# verdict: failed by not_before
# also: started_and_blocked
# why: The join on the main thread has a time-out of ten seconds, so it can run out first.
import threading
import time


def task(i):
    threading.main_thread().join(timeout=10)
    print(i, time.ctime())


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
time.sleep(10)
