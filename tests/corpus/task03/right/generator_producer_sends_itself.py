# verdict: passed
# why: The producer is a generator too, and sends into the consumer; the driver only says "go on".
def consumer():
    while True:
        item = yield
        print("<-", item)


def producer(target):
    next(target)
    for item in ["tea", "coffee", "milk"]:
        print("->", item)
        target.send(item)
        yield
    target.close()


for _ in producer(consumer()):
    pass
