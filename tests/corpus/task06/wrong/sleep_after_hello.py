# verdict: failed by no_sleep
# why: One second of time.sleep after hello.
import threading
import time


def hello():
    print('Hello, World!')


threading.Event().wait(30)
hello()
time.sleep(1)
print('再见')
