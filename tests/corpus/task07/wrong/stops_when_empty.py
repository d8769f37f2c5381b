# verdict: failed by none_lost
# why: The consumer can stop before the first item is there.
from multiprocessing import Process, Queue


def producer(q):
    for i in range(3):
        q.put(i)


def consumer(q):
    while not q.empty():
        print("got", q.get())


if __name__ == "__main__":
    q = Queue()
    p = Process(target=producer, args=(q,))
    c = Process(target=consumer, args=(q,))
    p.start()
    c.start()
    p.join()
    c.join()
