# verdict: failed by not_before
# also: started_and_blocked
# why: The gate is shut only after the first child was started, which sees it open in some orders.
import threading
import time

gate = threading.Event()
gate.set()


def task(i):
    gate.wait()
    print(i, time.ctime())


threads = [threading.Thread(target=task, args=(i,)) for i in range(10)]
threads[0].start()
gate.clear()
for t in threads[1:]:
    t.start()
time.sleep(10)
gate.set()
