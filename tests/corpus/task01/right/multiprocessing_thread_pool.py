# verdict: passed
# why: multiprocessing.pool.ThreadPool(10), whose three helper threads are counted by active_count() too, which is true.
from multiprocessing.pool import ThreadPool
import threading

meet = threading.Barrier(10)


def job(i):
    meet.wait()
    print("第%d个:" % i, threading.current_thread().name, threading.active_count())


if __name__ == "__main__":
    pool = ThreadPool(10)
    pool.map(job, range(10), chunksize=1)
    pool.close()
    pool.join()
    print("主线程结束")
