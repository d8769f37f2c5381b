# verdict: failed by hello_prints
# why: Two Timers, to be on the safe side, and both can find that hello was not called yet.
from threading import Timer

called = False


def hello():
    print('Hello, World!')


def once():
    global called
    if not called:
        print('时间到')
        called = True
        hello()


Timer(30, once).start()
Timer(30, once).start()
