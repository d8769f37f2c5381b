# verdict: passed
# why: Three workers, each answers on its own pipe.
import multiprocessing


def worker(conn, n):
    conn.send((n, n ** 2))
    conn.close()


if __name__ == "__main__":
    conns, procs = [], []
    for n in range(3):
        a, b = multiprocessing.Pipe()
        p = multiprocessing.Process(target=worker, args=(b, n))
        procs.append(p)
        conns.append(a)
        p.start()
    for c in conns:
        print(c.recv())
    for p in procs:
        p.join()
