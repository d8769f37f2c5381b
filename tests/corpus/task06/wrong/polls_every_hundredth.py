# verdict: failed by no_spin
# why: Event.wait(0.01) in a loop is polling.
import time
from threading import Event


def hello():
    print('Hello, World!')


tick = Event()
end = time.monotonic() + 30
while time.monotonic() < end:
    tick.wait(0.01)
hello()
