# verdict: passed without started_and_blocked
# why: The children look at the event a hundred times a second instead of blocking.
import threading
import time

event = threading.Event()


def child(i):
    while not event.is_set():
        time.sleep(0.01)
    print('线程', i, time.time())


ts = [threading.Thread(target=child, args=(i,)) for i in range(10)]
for t in ts:
    t.start()
time.sleep(10)
event.set()
for t in ts:
    t.join()
