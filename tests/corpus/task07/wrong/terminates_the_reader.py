# verdict: failed by none_lost
# also: printed
# why: terminate() can cut off what the reader has not read.
import time
from multiprocessing import Process, Queue


def reader(q):
    while True:
        print("read", q.get())


if __name__ == "__main__":
    q = Queue()
    p = Process(target=reader, args=(q,))
    p.start()
    for i in range(3):
        q.put(i)
    time.sleep(1)
    p.terminate()
    p.join()
