# verdict: failed by thirty_seconds
# why: poll(30) waits thirty milliseconds.
import select


def hello():
    print('Hello, World!')


select.poll().poll(30)
hello()
