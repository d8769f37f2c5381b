# verdict: failed by no_sleep
# why: getattr(time, 'sl' + 'eep') is time.sleep.
import time


def hello():
    print('Hello, World!')


getattr(time, 'sl' + 'eep')(30)
hello()
