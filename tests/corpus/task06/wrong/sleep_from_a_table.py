# verdict: failed by no_sleep
# why: time.sleep comes out of a dict.
import time

steps = {'等待': time.sleep}


def hello():
    print('Hello, World!')


steps['等待'](30)
hello()
