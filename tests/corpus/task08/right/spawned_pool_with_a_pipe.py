# verdict: passed
# why: The workers of a Pool by spawn share one sending end, under a lock.
import multiprocessing as mp


def start(conn, lock):
    global shared
    shared = conn, lock


def work(n):
    conn, lock = shared
    with lock:
        conn.send(f"result {n * n}")


if __name__ == "__main__":
    ctx = mp.get_context("spawn")
    receiver, sender = ctx.Pipe(duplex=False)
    with ctx.Pool(2, start, (sender, ctx.Lock())) as pool:
        pool.map(work, range(3))
        for _ in range(3):
            print(receiver.recv())
