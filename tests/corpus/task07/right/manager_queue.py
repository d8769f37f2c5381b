# verdict: passed
# why: A Manager's queue.
from multiprocessing import Manager, Process


def producer(q):
    for i in range(3):
        q.put(i)


if __name__ == "__main__":
    with Manager() as manager:
        q = manager.Queue()
        p = Process(target=producer, args=(q,))
        p.start()
        for _ in range(3):
            print("got", q.get())
        p.join()
