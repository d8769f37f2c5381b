# verdict: failed by clean_end
# also: prints_time
# why: Main forgets event.set(), and all hang.
import threading
import time

event = threading.Event()


def task(i):
    event.wait()
    print(i, time.ctime())


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
time.sleep(10)
event.is_set()
