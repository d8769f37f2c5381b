# verdict: failed by clean_end
# why: queue.Queue is copied by the fork: nothing ever arrives.
import queue
from multiprocessing import Process


def producer(q):
    for i in range(3):
        q.put(i)


if __name__ == "__main__":
    q = queue.Queue()
    p = Process(target=producer, args=(q,))
    p.start()
    for _ in range(3):
        print("got", q.get())
    p.join()
