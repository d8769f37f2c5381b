# verdict: failed by clean_end
# why: The child dies of an exception.
from multiprocessing import Pipe, Process


def child(conn):
    conn.send("hello")
    conn.close()
    conn.send("more")


if __name__ == "__main__":
    a, b = Pipe()
    p = Process(target=child, args=(b,))
    p.start()
    print(a.recv())
    p.join()
