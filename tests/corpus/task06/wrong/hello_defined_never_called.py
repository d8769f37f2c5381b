# verdict: failed by hello_prints
# also: thirty_seconds
# why: hello exists, but the Timer prints by itself.
from threading import Timer


def hello():
    print('Hello, World!')


Timer(30, print, ('Hello, World!',)).start()
