# verdict: failed by not_before
# also: started_and_blocked
# why: The Barrier counts only the ten children, so it opens as soon as they are there.
import threading
import time

barrier = threading.Barrier(10)


def task(i):
    barrier.wait()
    print(i, time.ctime())


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
time.sleep(10)
