# verdict: failed by both_print
# why: The producer makes in silence.
def consumer():
    while True:
        item = yield
        print("consume", item)


def main():
    c = consumer()
    next(c)
    for i in range(5):
        c.send(i)


main()
