# verdict: passed
# why: queue.get on an empty queue raises Empty after thirty seconds, which is caught.
import queue

q = queue.Queue()


def hello():
    print('Hello, World!')


try:
    q.get(timeout=30)
except queue.Empty:
    print('30秒到了')
hello()
