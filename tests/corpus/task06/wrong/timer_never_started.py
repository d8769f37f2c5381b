# verdict: failed by hello_prints
# also: thirty_seconds
# why: start() is missing; the program ends at once with nothing printed.
from threading import Timer


def hello():
    print('Hello, World!')


t = Timer(30, hello)
