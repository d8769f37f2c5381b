# verdict: failed by no_sleep
# why: Thirty sleeps of a second are sleeps too.
import time


def hello():
    print('Hello, World!')


for i in range(30):
    time.sleep(1)
hello()
