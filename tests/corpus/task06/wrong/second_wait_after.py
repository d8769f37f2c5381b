# verdict: failed by thirty_seconds
# why: After the thirty seconds it takes another queue time-out of five.
import queue
import threading


def hello():
    print('Hello, World!')


threading.Event().wait(30)
try:
    queue.Queue().get(timeout=5)
except queue.Empty:
    pass
hello()
