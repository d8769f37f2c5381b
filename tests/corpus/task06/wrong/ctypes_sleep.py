# verdict: failed by no_sleep
# also: thirty_seconds
# why: The C library's sleep.
import ctypes


def hello():
    print('Hello, World!')


ctypes.CDLL(None).sleep(30)
hello()
