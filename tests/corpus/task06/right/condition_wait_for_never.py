# verdict: passed
# why: wait_for a predicate that never comes true.
import threading

cond = threading.Condition()


def hello():
    print('Hello, World!')


with cond:
    happened = cond.wait_for(lambda: False, timeout=30)
if not happened:
    hello()
