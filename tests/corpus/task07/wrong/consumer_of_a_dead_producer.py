# verdict: failed by clean_end
# why: The producer dies before the end mark, and the consumer waits for ever.
from multiprocessing import Process, Queue


def producer(q):
    for i in range(3):
        q.put(i)
    raise RuntimeError("power cut")
    q.put(None)


def consumer(q):
    while (item := q.get()) is not None:
        print("got", item)


if __name__ == "__main__":
    q = Queue()
    ps = [Process(target=f, args=(q,)) for f in (producer, consumer)]
    for p in ps:
        p.start()
    for p in ps:
        p.join()
