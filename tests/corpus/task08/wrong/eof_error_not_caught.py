# verdict: failed by clean_end
# why: recv after the end raises EOFError, and nobody catches it.
from multiprocessing import Pipe, Process


def child(conn):
    conn.send("hello")
    conn.close()


if __name__ == "__main__":
    a, b = Pipe()
    p = Process(target=child, args=(b,))
    p.start()
    b.close()
    for _ in range(2):
        print(a.recv())
    p.join()
