# verdict: passed
# why: Condition.wait with a time-out and nobody to notify.
import threading


def hello():
    print('Hello, World!')


c = threading.Condition()
c.acquire()
c.wait(30)
c.release()
hello()
