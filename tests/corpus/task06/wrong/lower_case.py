# verdict: failed by hello_prints
# why: "hello, world!" in small letters.
from threading import Timer


def hello():
    print('hello, world!')


Timer(30, hello).start()
