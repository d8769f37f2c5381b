# verdict: failed by hello_prints
# why: The Timer calls hello, and main calls it again after the join.
from threading import Timer


def hello():
    print('Hello, World!')


t = Timer(30, hello)
t.start()
t.join()
hello()
