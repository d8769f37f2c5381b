# verdict: passed
# why: A SimpleQueue will do.
from multiprocessing import Process, SimpleQueue


def child(q):
    for i in ("a", "b", "c"):
        q.put(i)
    q.put(None)


if __name__ == "__main__":
    q = SimpleQueue()
    p = Process(target=child, args=(q,))
    p.start()
    while (x := q.get()) is not None:
        print("取出", x)
    p.join()
