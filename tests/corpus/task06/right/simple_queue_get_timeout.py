# verdict: passed
# why: SimpleQueue.get with a time-out, hello in the finally of a caught exception.
from queue import Empty, SimpleQueue


def hello():
    print('Hello,', 'World!')


try:
    SimpleQueue().get(block=True, timeout=30)
except Empty:
    pass
finally:
    hello()
