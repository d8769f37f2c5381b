# verdict: passed
# why: Thirty waits of a second with a countdown.
from threading import Event

e = Event()


def hello():
    print("Hello, World!")


for i in range(30, 0, -1):
    print("倒计时", i)
    e.wait(1)
hello()
