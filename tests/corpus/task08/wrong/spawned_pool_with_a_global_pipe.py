# verdict: failed by clean_end
# why: Each worker has imported a pipe of its own; nothing arrives in the main process's.
import multiprocessing as mp

ctx = mp.get_context("spawn")
receiver, sender = ctx.Pipe(duplex=False)


def work(n):
    sender.send(n)


if __name__ == "__main__":
    with ctx.Pool(2) as pool:
        pool.map(work, range(2))
        print(receiver.recv())
