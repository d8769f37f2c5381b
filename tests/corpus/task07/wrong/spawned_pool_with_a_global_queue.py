# verdict: failed by clean_end
# why: Each worker has imported a queue of its own, and the main process waits for ever.
import multiprocessing as mp

ctx = mp.get_context("spawn")
q = ctx.Queue()


def work(n):
    q.put(n)


if __name__ == "__main__":
    with ctx.Pool(2) as pool:
        pool.map(work, range(3))
        for _ in range(3):
            print("got", q.get())
