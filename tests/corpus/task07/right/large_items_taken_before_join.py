# verdict: passed
# why: Large items are taken before the producer is joined.
from multiprocessing import Process, Queue


def producer(q):
    for letter in "abc":
        q.put(letter * 100_000)


if __name__ == "__main__":
    q = Queue()
    p = Process(target=producer, args=(q,))
    p.start()
    for _ in range(3):
        print("got", q.get())
    p.join()
