# verdict: passed
# why: sys.stdout.write, by generators.
import sys


def consumer():
    while True:
        item = yield
        sys.stdout.write("consumer takes %s\n" % item)


def producer(sink):
    next(sink)
    for item in range(3):
        sys.stdout.write("producer gives %s\n" % item)
        sink.send(item)


producer(consumer())
