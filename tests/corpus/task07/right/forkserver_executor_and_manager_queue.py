# verdict: passed
# why: What ProcessPoolExecutor does by default from 3.14 on, with a Manager's queue.
import multiprocessing as mp
from concurrent.futures import ProcessPoolExecutor


def producer(q):
    for i in range(3):
        q.put(i)
    q.put(None)


def consumer(q):
    while True:
        item = q.get()
        if item is None:
            break
        print(f"consumed {item}")


if __name__ == "__main__":
    mp.set_start_method("forkserver")
    with mp.Manager() as manager, ProcessPoolExecutor(max_workers=2) as executor:
        q = manager.Queue()
        jobs = [executor.submit(producer, q), executor.submit(consumer, q)]
        for job in jobs:
            job.result()
