# verdict: failed by not_before
# also: started_and_blocked
# why: Ten Timers go off after ten seconds by their own clocks, main's sleep has no say.
import time
from threading import Timer


def task(i):
    print(i, time.ctime())


for i in range(10):
    Timer(10, task, args=(i,)).start()
time.sleep(10)
