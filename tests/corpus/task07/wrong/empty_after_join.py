# verdict: failed by none_lost
# why: Joined the putter in the same process: the feeder may be late.
from multiprocessing import Process, Queue


def consumer(q):
    while not q.empty():
        print("got", q.get())


if __name__ == "__main__":
    q = Queue()
    for i in range(4):
        q.put(i)
    c = Process(target=consumer, args=(q,))
    c.start()
    c.join()
