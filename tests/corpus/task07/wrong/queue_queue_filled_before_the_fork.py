# verdict: failed by between_processes
# why: Each child handles its own copy of a queue.Queue.
import queue
from multiprocessing import Process


def worker(q):
    while not q.empty():
        print("got", q.get())


if __name__ == "__main__":
    q = queue.Queue()
    for i in range(3):
        q.put(i)
    ps = [Process(target=worker, args=(q,)) for _ in range(2)]
    for p in ps:
        p.start()
    for p in ps:
        p.join()
