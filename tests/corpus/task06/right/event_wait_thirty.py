# verdict: passed
# why: An Event that nobody sets, with a time-out of thirty seconds.
import threading


def hello():
    print('Hello, World!')


threading.Event().wait(30)
hello()
