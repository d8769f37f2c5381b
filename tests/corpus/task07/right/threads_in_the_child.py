# verdict: passed
# why: Two threads in the child put into one queue.
import threading
from multiprocessing import Process, Queue


def child(q):
    ts = [threading.Thread(target=q.put, args=(f"来自线程{i}",)) for i in range(3)]
    for t in ts:
        t.start()
    for t in ts:
        t.join()


if __name__ == "__main__":
    q = Queue()
    p = Process(target=child, args=(q,))
    p.start()
    for _ in range(3):
        print(q.get())
    p.join()
