# verdict: failed by no_spin
# why: join(0.02) over and over is polling.
from threading import Timer


def hello():
    print('Hello, World!')


t = Timer(30, hello)
t.start()
while t.is_alive():
    t.join(0.02)
