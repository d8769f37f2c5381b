# verdict: passed
# why: A global variable as the slot, generators in turn.
product = None


def producer():
    global product
    for name in ("pen", "cup", "hat"):
        product = name
        print("made a", name)
        yield


def consumer():
    while True:
        print("used the", product)
        yield


p, c = producer(), consumer()
for _ in p:
    next(c)
