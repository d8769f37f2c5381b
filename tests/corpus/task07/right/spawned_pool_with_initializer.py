# verdict: passed
# why: Workers of a Pool by spawn get the queue from the initializer.
import multiprocessing as mp

queue = None


def start(q):
    global queue
    queue = q


def work(n):
    queue.put(f"task {n}")


if __name__ == "__main__":
    ctx = mp.get_context("spawn")
    q = ctx.Queue()
    with ctx.Pool(2, initializer=start, initargs=(q,)) as pool:
        pool.map(work, range(4))
        for _ in range(4):
            print("got", q.get())
