# verdict: failed by printed
# why: The homework's own answer: 0 is taken for the end.
from multiprocessing import Process, current_process, Queue
import time


def consumer(q):
    while True:
        res = q.get()
        if not res:
            break
        print('消费了:', res, '---', current_process().name)


def producter(q):
    for i in range(5):
        print('生产:', i)
        time.sleep(1)
        q.put(i)


if __name__ == '__main__':
    q = Queue()
    p1 = Process(target=producter, args=(q,))
    p2 = Process(target=producter, args=(q,))
    c1 = Process(target=consumer, args=(q,))
    c2 = Process(target=consumer, args=(q,))
    c3 = Process(target=consumer, args=(q,))
    p1.start()
    p2.start()
    c1.start()
    c2.start()
    c3.start()
    p1.join()
    p2.join()
    q.put(None)
    q.put(None)
    q.put(None)
    print('主')
