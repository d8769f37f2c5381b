# verdict: passed
# why: A queue with room for one makes the producer wait.
from multiprocessing import Process, Queue


def producer(q):
    for i in range(4):
        q.put(i)
        print("放入", i)
    q.put(-1)


def consumer(q):
    n = q.get()
    while n != -1:
        print("取出", n)
        n = q.get()


if __name__ == "__main__":
    q = Queue(1)
    ps = [Process(target=producer, args=(q,)), Process(target=consumer, args=(q,))]
    [p.start() for p in ps]
    [p.join() for p in ps]
