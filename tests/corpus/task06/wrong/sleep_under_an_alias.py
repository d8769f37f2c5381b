# verdict: failed by no_sleep
# why: from time import sleep as s.
from time import sleep as s


def hello():
    print('Hello, World!')


s(30)
hello()
