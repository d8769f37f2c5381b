# verdict: passed
# why: Both sides delegate to inner generators with yield from.
def numbers(start, stop):
    for i in range(start, stop):
        print("made", i)
        yield i


def producer():
    yield from numbers(0, 3)
    yield from numbers(10, 13)


def eat(name):
    while True:
        item = yield
        if item is None:
            return name
        print(name, "ate", item)


def consumer():
    yield from eat("first")
    yield from eat("second")


sink = consumer()
next(sink)
count = 0
for item in producer():
    sink.send(item)
    count += 1
    if count == 3:
        sink.send(None)
sink.close()
