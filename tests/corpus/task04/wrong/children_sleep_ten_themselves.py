# verdict: failed by not_before
# also: started_and_blocked
# why: Each child sleeps ten seconds by its own clock and never looks at main.
import threading
import time


def task(i):
    time.sleep(10)
    print(i, time.ctime())


threads = [threading.Thread(target=task, args=(i,)) for i in range(10)]
for t in threads:
    t.start()
time.sleep(10)
for t in threads:
    t.join()
