# verdict: failed by between_processes
# also: clean_end
# why: A queue cannot be pickled for a task; the error stays in the result that nobody asks for.
import multiprocessing as mp


def work(q, n):
    q.put(n)


if __name__ == "__main__":
    ctx = mp.get_context("forkserver")
    q = ctx.Queue()
    with ctx.Pool(2) as pool:
        for n in range(3):
            pool.apply_async(work, (q, n))
        pool.close()
        pool.join()
    while not q.empty():
        print("got", q.get())
