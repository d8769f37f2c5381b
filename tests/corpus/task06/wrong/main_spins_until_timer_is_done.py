# verdict: failed by no_spin
# why: The Timer is right, but main spins on is_alive().
from threading import Timer


def hello():
    print('Hello, World!')


t = Timer(30, hello)
t.start()
while t.is_alive():
    pass
