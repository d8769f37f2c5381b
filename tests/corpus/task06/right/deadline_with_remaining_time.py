# verdict: passed
# why: Each wait is as long as what is left until the deadline.
import threading
from datetime import datetime, timedelta


def hello():
    print('Hello, World!')


deadline = datetime.now() + timedelta(seconds=30)
cond = threading.Condition()
with cond:
    while True:
        left = (deadline - datetime.now()).total_seconds()
        if left <= 0:
            break
        cond.wait(min(left, 5))
hello()
