# verdict: passed
# why: Plain code in the middle only passes on what one generator yields to the other.
def producer(n):
    for i in range(n):
        print(f"producer: made item {i}")
        yield i


def consumer():
    while True:
        item = yield
        if item is None:
            break
        print(f"consumer: got item {item}")


def main():
    sink = consumer()
    next(sink)
    for item in producer(5):
        sink.send(item)
    try:
        sink.send(None)
    except StopIteration:
        pass


if __name__ == "__main__":
    main()
