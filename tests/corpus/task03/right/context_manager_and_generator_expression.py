# verdict: passed
# why: contextlib.closing around the consumer; items come from a generator expression.
from contextlib import closing


def consumer():
    try:
        while True:
            item = yield
            print("out", item)
    except GeneratorExit:
        print("closed")


def producer(items):
    for item in items:
        print("in", item)
        yield item


with closing(consumer()) as sink:
    next(sink)
    for item in producer(n ** 2 for n in range(2, 7)):
        sink.send(item)
