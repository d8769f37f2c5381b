# verdict: failed by clean_end
# why: The program ends with sys.exit(1).
import sys
import threading
import time

event = threading.Event()


def task(i):
    event.wait()
    print(i, time.ctime())


threads = [threading.Thread(target=task, args=(i,)) for i in range(10)]
for t in threads:
    t.start()
time.sleep(10)
event.set()
for t in threads:
    t.join()
sys.exit(1)
