# verdict: failed by thirty_seconds
# why: Thirty-one seconds are no longer less than thirty-one.
from threading import Timer


def hello():
    print('Hello, World!')


Timer(31, hello).start()
