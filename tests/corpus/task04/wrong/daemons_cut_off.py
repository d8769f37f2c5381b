# verdict: failed by clean_end
# also: prints_time
# why: Nobody joins the daemon children, so the process can end before they have printed.
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
