# verdict: failed by thirty_seconds
# why: The student divides by sixty once too often: half a second.
from datetime import timedelta
from threading import Timer


def hello():
    print('Hello, World!')


Timer(timedelta(seconds=30) / timedelta(minutes=1), hello).start()
