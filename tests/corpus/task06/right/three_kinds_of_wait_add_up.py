# verdict: passed
# why: Ten seconds each of Event, Condition and Queue add up to thirty.
import queue
import threading


def hello():
    print('Hello, World!')


threading.Event().wait(10)
cond = threading.Condition()
with cond:
    cond.wait(10)
try:
    queue.Queue().get(True, 10)
except queue.Empty:
    hello()
