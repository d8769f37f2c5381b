# verdict: failed by printed
# why: Items are taken and never shown.
from multiprocessing import Process, Queue


def producer(q):
    for i in range(3):
        q.put(i)
    q.put(None)


def consumer(q):
    total = 0
    while (item := q.get()) is not None:
        total += 1
    print("done")


if __name__ == "__main__":
    q = Queue()
    ps = [Process(target=f, args=(q,)) for f in (producer, consumer)]
    for p in ps:
        p.start()
    for p in ps:
        p.join()
