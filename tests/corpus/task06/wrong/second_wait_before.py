# verdict: failed by thirty_seconds
# why: A wait of two seconds before the Timer makes thirty-two.
from threading import Event, Timer


def hello():
    print('Hello, World!')


print('准备中...')
Event().wait(2)
Timer(30, hello).start()
