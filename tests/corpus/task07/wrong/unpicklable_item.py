# verdict: failed by clean_end
# also: none_lost
# why: The feeder thread cannot pickle a lambda and says so on standard error.
from multiprocessing import Process, Queue
from queue import Empty


def producer(q):
    for item in (1, 2, 3, lambda: 4):
        q.put(item)


if __name__ == "__main__":
    q = Queue()
    p = Process(target=producer, args=(q,))
    p.start()
    for _ in range(3):
        print("got", q.get())
    p.join()
