# verdict: failed by hello_prints
# why: "Hello World!" lacks the comma.
from threading import Timer


def hello():
    print('Hello World!')


Timer(30, hello).start()
