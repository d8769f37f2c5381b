# verdict: passed
# why: With the spawn start method.
import multiprocessing as mp


def child(conn):
    conn.send(["a", "list", 3])
    conn.close()


if __name__ == "__main__":
    ctx = mp.get_context("spawn")
    a, b = ctx.Pipe()
    p = ctx.Process(target=child, args=(b,))
    p.start()
    for part in a.recv():
        print(part)
    p.join()
