# verdict: failed by clean_end
# why: Consumer holds the lock that the producer needs.
from multiprocessing import Lock, Process, Queue


def producer(q, lock):
    for i in range(3):
        with lock:
            q.put(i)
    q.put(None)


def consumer(q, lock):
    while True:
        with lock:
            item = q.get()
        if item is None:
            break
        print("got", item)


if __name__ == "__main__":
    q, lock = Queue(), Lock()
    ps = [Process(target=f, args=(q, lock)) for f in (producer, consumer)]
    for p in ps:
        p.start()
    for p in ps:
        p.join()
