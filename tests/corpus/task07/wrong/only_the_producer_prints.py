# verdict: failed by printed
# why: The lines come from the producer alone.
from multiprocessing import Process, Queue


def producer(q):
    for word in ["red", "green", "blue"]:
        print("生产", word)
        print("消费", word)
        q.put(word)
    q.put(None)


def consumer(q):
    while q.get() is not None:
        pass


if __name__ == "__main__":
    q = Queue()
    ps = [Process(target=f, args=(q,)) for f in (producer, consumer)]
    for p in ps:
        p.start()
    for p in ps:
        p.join()
