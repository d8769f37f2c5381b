# verdict: failed by clean_end
# why: The consumer dies of an exception at the end.
from multiprocessing import Process, Queue


def consumer(q):
    while True:
        item = q.get()
        print("got", item)
        if item == 2:
            raise ValueError("done")


if __name__ == "__main__":
    q = Queue()
    p = Process(target=consumer, args=(q,))
    p.start()
    for i in range(3):
        q.put(i)
    p.join()
