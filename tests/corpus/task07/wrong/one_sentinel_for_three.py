# verdict: failed by clean_end
# why: One None for three consumers: two hang.
from multiprocessing import Process, Queue


def producer(q):
    for i in range(3):
        q.put(i)


def consumer(q):
    while True:
        item = q.get()
        if item is None:
            break
        print("got", item)


if __name__ == "__main__":
    q = Queue()
    cs = [Process(target=consumer, args=(q,)) for _ in range(3)]
    for c in cs:
        c.start()
    p = Process(target=producer, args=(q,))
    p.start()
    p.join()
    q.put(None)
    for c in cs:
        c.join()
