# verdict: failed by between_processes
# why: Two items are too few.
from multiprocessing import Process, Queue


def child(q):
    q.put("one")
    q.put("two")


if __name__ == "__main__":
    q = Queue()
    p = Process(target=child, args=(q,))
    p.start()
    print(q.get())
    print(q.get())
    p.join()
