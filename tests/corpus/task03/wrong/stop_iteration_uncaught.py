# verdict: failed by clean_end
# why: After the end mark the consumer returns, and send raises StopIteration in the producer.
def consumer():
    while True:
        item = yield
        if item is None:
            return
        print("consume", item)


def producer(c):
    next(c)
    for i in range(4):
        print("produce", i)
        c.send(i)
    c.send(None)


producer(consumer())
