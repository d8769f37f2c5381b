# verdict: failed by no_sleep
# why: A child thread calls time.sleep before hello.
import threading
import time


def hello():
    print('Hello, World!')


def child():
    time.sleep(30)
    hello()


t = threading.Thread(target=child)
t.start()
t.join()
