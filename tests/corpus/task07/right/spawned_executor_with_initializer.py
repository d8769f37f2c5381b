# verdict: passed
# why: A ProcessPoolExecutor by spawn puts, a process by spawn takes.
import multiprocessing as mp
from concurrent.futures import ProcessPoolExecutor


def start(q):
    work.queue = q


def work(n):
    work.queue.put(n * n)
    return n


def taker(q, many):
    for _ in range(many):
        print("square", q.get())


if __name__ == "__main__":
    mp.set_start_method("spawn")
    q = mp.SimpleQueue()
    p = mp.Process(target=taker, args=(q, 3))
    p.start()
    with ProcessPoolExecutor(2, initializer=start, initargs=(q,)) as executor:
        for done in executor.map(work, [11, 12, 13]):
            pass
    p.join()
