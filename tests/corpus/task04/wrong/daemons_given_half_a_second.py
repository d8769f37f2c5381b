# verdict: failed by clean_end
# also: prints_time
# why: Half a second of hoping stands in for the join of the daemon children.
import threading
import time

event = threading.Event()


def task(i):
    event.wait()
    print(i, time.ctime())


for i in range(10):
    threading.Thread(target=task, args=(i,), daemon=True).start()
time.sleep(10)
event.set()
time.sleep(0.5)
