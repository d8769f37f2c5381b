# verdict: failed by no_sleep
# why: Plain time.sleep(30).
import time


def hello():
    print('Hello, World!')


time.sleep(30)
hello()
