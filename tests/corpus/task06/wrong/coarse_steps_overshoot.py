# verdict: failed by thirty_seconds
# why: Steps of twenty seconds pass the mark at forty.
import time
from threading import Event


def hello():
    print('Hello, World!')


pause = Event()
start = time.time()
while time.time() - start < 30:
    pause.wait(20)
hello()
