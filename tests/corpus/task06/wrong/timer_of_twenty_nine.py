# verdict: failed by thirty_seconds
# why: Twenty-nine seconds.
from threading import Timer


def hello():
    print('Hello, World!')


Timer(29, hello).start()
