# verdict: passed
# why: send first, then the producer's line: handed over all the same.
def consumer():
    while True:
        item = yield
        print("consumer:", item)


def main():
    c = consumer()
    next(c)
    for item in ("x", "y", "z"):
        c.send(item)
        print("producer:", item)


main()
