# verdict: failed by clean_end
# why: The consumer ends with code 1.
import sys
from multiprocessing import Process, Queue


def consumer(q):
    for _ in range(3):
        print("got", q.get())
    sys.exit(1)


if __name__ == "__main__":
    q = Queue()
    p = Process(target=consumer, args=(q,))
    p.start()
    for i in range(3):
        q.put(i)
    p.join()
