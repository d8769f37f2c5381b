# verdict: passed
# why: A semaphore of zero with a time-out of thirty seconds.
from threading import Semaphore


def hello():
    print('Hello, World!')


s = Semaphore(0)
if s.acquire(timeout=30) is False:
    hello()
