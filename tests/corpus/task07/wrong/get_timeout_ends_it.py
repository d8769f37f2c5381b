# verdict: failed by none_lost
# why: A slow producer is taken for the end.
import time
from multiprocessing import Process, Queue
from queue import Empty


def producer(q):
    for i in range(3):
        time.sleep(1)
        q.put(i)


def consumer(q):
    while True:
        try:
            print("got", q.get(timeout=2))
        except Empty:
            break


if __name__ == "__main__":
    q = Queue()
    ps = [Process(target=f, args=(q,)) for f in (producer, consumer)]
    for p in ps:
        p.start()
    for p in ps:
        p.join()
