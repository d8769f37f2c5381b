# verdict: failed by coroutines
# why: Producer and consumer are threads.
import queue
import threading


def producer(q):
    for i in range(5):
        print("produce", i)
        q.put(i)
    q.put(None)


def consumer(q):
    while (item := q.get()) is not None:
        print("consume", item)


q = queue.Queue()
threads = [threading.Thread(target=f, args=(q,)) for f in (producer, consumer)]
for t in threads:
    t.start()
for t in threads:
    t.join()
