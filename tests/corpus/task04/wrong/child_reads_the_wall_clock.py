# verdict: failed by not_before
# also: started_and_blocked
# why: The children compare the clock with their own start and never look at main.
import threading
import time
from datetime import datetime, timedelta


def task(i):
    end = datetime.now() + timedelta(seconds=10)
    while datetime.now() < end:
        time.sleep(0.5)
    print(i, datetime.now())


for i in range(10):
    threading.Thread(target=task, args=(i,)).start()
time.sleep(10)
