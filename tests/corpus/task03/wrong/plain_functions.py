# verdict: failed by coroutines
# why: A list and two plain functions: nothing ever runs as a coroutine.
items = []


def producer():
    for i in range(5):
        print("produce", i)
        items.append(i)


def consumer():
    while items:
        print("consume", items.pop(0))


producer()
consumer()
