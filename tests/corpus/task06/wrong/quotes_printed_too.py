# verdict: failed by hello_prints
# why: repr() puts quotes around the text.
from threading import Timer


def hello():
    print(repr('Hello, World!'))


Timer(30, hello).start()
