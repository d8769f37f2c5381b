# verdict: passed
# why: A Barrier of two breaks after thirty seconds alone.
import threading


def hello():
    print('Hello, World!')


b = threading.Barrier(2)
try:
    b.wait(timeout=30)
except threading.BrokenBarrierError:
    hello()
