# verdict: failed by coroutines
# why: Producer and consumer are processes.
from multiprocessing import Process, Queue


def producer(q):
    for i in range(3):
        print("produce", i)
        q.put(i)
    q.put(None)


def consumer(q):
    while (item := q.get()) is not None:
        print("consume", item)


if __name__ == "__main__":
    q = Queue()
    both = [Process(target=producer, args=(q,)), Process(target=consumer, args=(q,))]
    for p in both:
        p.start()
    for p in both:
        p.join()
