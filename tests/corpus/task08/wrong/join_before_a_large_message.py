# verdict: failed by clean_end
# why: Joins before it receives what does not fit.
from multiprocessing import Pipe, Process


def child(conn):
    conn.send("z" * 1_000_000)
    conn.close()


if __name__ == "__main__":
    a, b = Pipe()
    p = Process(target=child, args=(b,))
    p.start()
    p.join()
    print(a.recv())
