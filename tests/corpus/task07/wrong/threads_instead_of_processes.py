# verdict: failed by between_processes
# why: Threads are no processes.
import threading
from multiprocessing import Queue


def producer(q):
    for i in range(3):
        q.put(i)
    q.put(None)


def consumer(q):
    while (item := q.get()) is not None:
        print("got", item)


q = Queue()
ts = [threading.Thread(target=f, args=(q,)) for f in (producer, consumer)]
for t in ts:
    t.start()
for t in ts:
    t.join()
