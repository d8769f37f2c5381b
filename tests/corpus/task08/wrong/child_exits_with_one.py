# verdict: failed by clean_end
# why: The child ends with code 1.
import sys
from multiprocessing import Pipe, Process


def child(conn):
    conn.send("hello")
    sys.exit(1)


if __name__ == "__main__":
    a, b = Pipe()
    p = Process(target=child, args=(b,))
    p.start()
    print(a.recv())
    p.join()
