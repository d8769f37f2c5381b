# verdict: passed
# why: Falsy items are items.
from multiprocessing import Process, Queue


def producer(q):
    for item in [0, "", 1, False]:
        q.put(item)
    q.put(None)


def consumer(q):
    while True:
        item = q.get()
        if item is None:
            return
        print("item:", repr(item), item)


if __name__ == "__main__":
    q = Queue()
    a = Process(target=producer, args=(q,))
    b = Process(target=consumer, args=(q,))
    b.start()
    a.start()
    a.join()
    b.join()
