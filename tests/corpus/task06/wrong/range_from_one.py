# verdict: failed by thirty_seconds
# why: range(1, 30) is twenty-nine waits of a second.
from threading import Event

e = Event()


def hello():
    print('Hello, World!')


for second in range(1, 30):
    print(second)
    e.wait(1)
hello()
