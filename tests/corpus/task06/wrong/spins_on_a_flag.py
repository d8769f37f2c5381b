# verdict: failed by no_spin
# why: The Timer sets a flag, and main spins on it.
from threading import Timer

ready = False


def hello():
    print('Hello, World!')


def ring():
    global ready
    ready = True


Timer(30, ring).start()
while not ready:
    pass
hello()
