# verdict: passed
# why: Two generators share a deque and only give each other the turn.
from collections import deque

store = deque(maxlen=10)


def producer():
    for i in range(1, 5):
        store.append(i)
        print(f"生产者生产第{i}个")
        yield


def consumer():
    while True:
        while store:
            print(f"消费者消费第{store.popleft()}个")
        yield


def main():
    p, c = producer(), consumer()
    for _ in p:
        next(c)
    c.close()


main()
