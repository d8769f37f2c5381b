# verdict: failed by printed
# why: The message is received and never shown.
from multiprocessing import Pipe, Process


def child(conn):
    conn.send("hello")


if __name__ == "__main__":
    a, b = Pipe()
    p = Process(target=child, args=(b,))
    p.start()
    a.recv()
    p.join()
    print("done")
