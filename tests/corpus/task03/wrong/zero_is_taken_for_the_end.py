# verdict: failed by once_in_order
# why: "if not item" takes the item 0 for the end mark.
def consumer():
    while True:
        item = yield
        if not item:
            continue
        print("consume", item)


def producer():
    c = consumer()
    next(c)
    for item in range(5):
        print("produce", item)
        c.send(item)


producer()
