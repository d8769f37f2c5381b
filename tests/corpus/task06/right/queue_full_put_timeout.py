# verdict: passed
# why: A put into a full queue gives up after thirty seconds.
import queue


def hello():
    print('Hello, World!')


q = queue.Queue(1)
q.put('占位')
try:
    q.put('等不到', timeout=30)
except queue.Full:
    hello()
