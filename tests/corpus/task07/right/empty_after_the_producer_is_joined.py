# verdict: passed
# why: Once the producer has been joined, empty() tells the truth.
from multiprocessing import Process, Queue


def producer(q):
    for i in range(4):
        q.put(i)


if __name__ == "__main__":
    q = Queue()
    p = Process(target=producer, args=(q,))
    p.start()
    p.join()
    while not q.empty():
        print("got", q.get())
