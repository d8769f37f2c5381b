# verdict: passed
# why: terminate() on a reader, after every item is done.
from multiprocessing import JoinableQueue, Process


def reader(q):
    while True:
        print("read", q.get())
        q.task_done()


if __name__ == "__main__":
    q = JoinableQueue()
    p = Process(target=reader, args=(q,))
    p.start()
    for i in range(3):
        q.put(i)
    q.join()
    p.terminate()
    p.join()
