# verdict: passed
# why: Pool workers put into a Manager's queue.
from multiprocessing import Manager, Pool


def put(q, n):
    q.put(n * 10)


if __name__ == "__main__":
    q = Manager().Queue()
    pool = Pool(2)
    for n in range(3):
        pool.apply_async(put, (q, n))
    pool.close()
    pool.join()
    for _ in range(3):
        print("got", q.get())
