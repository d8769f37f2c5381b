# verdict: failed by not_before
# also: started_and_blocked
# why: The children print at once, while main sleeps.
import threading
import time
from datetime import datetime


def task():
    print('time:', datetime.now())


for i in range(10):
    threading.Thread(target=task).start()
time.sleep(10)
