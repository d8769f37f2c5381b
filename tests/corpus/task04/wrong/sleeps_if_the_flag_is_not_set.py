# verdict: failed by not_before
# also: started_and_blocked
# why: The child looks at the event once and then sleeps ten seconds on its own account.
import threading
import time

event = threading.Event()


def task(i):
    if not event.is_set():
        time.sleep(10)
    print(i, time.ctime())


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
time.sleep(10)
event.set()
