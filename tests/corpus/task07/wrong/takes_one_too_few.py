# verdict: failed by none_lost
# why: The last item stays in the queue.
from multiprocessing import Process, Queue


def producer(q):
    for i in range(1, 6):
        q.put(i)


def consumer(q):
    for _ in range(4):
        print("got", q.get())


if __name__ == "__main__":
    q = Queue()
    ps = [Process(target=f, args=(q,)) for f in (producer, consumer)]
    for p in ps:
        p.start()
    for p in ps:
        p.join()
