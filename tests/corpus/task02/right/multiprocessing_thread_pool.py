# verdict: passed
# why: multiprocessing.pool.ThreadPool with ten workers that meet at a barrier.
import threading
from multiprocessing.pool import ThreadPool

private = threading.local()
barrier = threading.Barrier(10)


def job(value):
    private.name = value
    barrier.wait()
    return private.name


if __name__ == "__main__":
    with ThreadPool(10) as pool:
        print(pool.map(job, ["Alex"] * 10, 1))
