# verdict: failed by no_sleep
# why: The Timer is right, but main sleeps until it has rung.
import threading
import time


def hello():
    print('Hello, World!')


threading.Timer(30, hello).start()
while threading.active_count() > 1:
    time.sleep(1)
