# verdict: failed by between_processes
# why: The pool has one worker, which puts all the items and takes them again.
import multiprocessing as mp
from concurrent.futures import ProcessPoolExecutor


def producer(q):
    for i in range(3):
        q.put(i)


def consumer(q):
    for _ in range(3):
        print("got", q.get())


if __name__ == "__main__":
    ctx = mp.get_context("forkserver")
    with ctx.Manager() as manager, ProcessPoolExecutor(1, mp_context=ctx) as executor:
        q = manager.Queue()
        executor.submit(producer, q).result()
        executor.submit(consumer, q).result()
