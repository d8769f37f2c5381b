# verdict: failed by handed_over
# why: Two generators run in turn, each with a counter of its own; nothing is sent.
def producer():
    for i in range(1, 6):
        print("生产", i)
        yield


def consumer():
    for i in range(1, 6):
        print("消费", i)
        yield


for _ in zip(producer(), consumer()):
    pass
