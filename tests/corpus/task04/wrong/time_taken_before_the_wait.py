# verdict: failed by prints_time
# why: The time is taken on arrival and printed ten seconds later.
import threading
import time
from datetime import datetime

event = threading.Event()


def task(i):
    now = datetime.now()
    event.wait()
    print(i, now)


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
time.sleep(10)
event.set()
