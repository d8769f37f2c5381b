# verdict: failed by thirty_seconds
# why: Five seconds instead of thirty.
from threading import Timer


def hello():
    print('Hello, World!')


Timer(5, hello).start()
