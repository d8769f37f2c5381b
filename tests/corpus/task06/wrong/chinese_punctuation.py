# verdict: failed by hello_prints
# why: The comma and the exclamation mark are full-width ones.
from threading import Timer


def hello():
    print('Hello，World！')


Timer(30, hello).start()
