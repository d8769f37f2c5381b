# verdict: failed by hello_prints
# also: thirty_seconds
# why: The function is called say_hello, there is no hello.
from threading import Timer


def say_hello():
    print('Hello, World!')


Timer(30, say_hello).start()
