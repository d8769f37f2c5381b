# verdict: passed
# why: The lines' words change with the item.
def consumer():
    while True:
        n = yield
        print(f"ate {n} apple" if n == 1 else f"ate {n} apples")


def producer():
    eater = consumer()
    next(eater)
    for n in range(1, 5):
        print(f"picked {n} apple" if n == 1 else f"picked {n} apples")
        eater.send(n)


producer()
