"""Spawn and forkserver: what is handed over, and what a fresh interpreter does not have."""
import multiprocessing as mp

INHERITED = []


def producer(q, lock):
    with lock:
        for i in range(3):
            q.put(i)
    q.put(mp.current_process().name)
    q.put(f"{INHERITED} {__name__}")
    q.put(None)


def consumer(conn, ev):
    ev.wait()
    conn.send(conn.recv() * 2)


if __name__ == "__main__":
    INHERITED.append(1)
    for method in ("spawn", "forkserver"):
        ctx = mp.get_context(method)
        q, lock, ev = ctx.Queue(), ctx.Lock(), ctx.Event()
        a, b = ctx.Pipe()
        p = ctx.Process(target=producer, args=(q, lock))
        c = ctx.Process(target=consumer, args=(b, ev))
        p.start()
        c.start()
        while (x := q.get()) is not None:
            print("got", x)
        b.close()
        a.send("hello")
        ev.set()
        print(a.recv())
        p.join()
        c.join()
        print(method, p.exitcode, c.exitcode)
    try:
        ctx.Process(target=lambda: None).start()
    except Exception as problem:
        print(type(problem).__name__)
