# verdict: failed by printed
# why: What is printed is not what was sent.
from multiprocessing import Pipe, Process


def child(conn):
    conn.send("hello pipe")


if __name__ == "__main__":
    a, b = Pipe()
    p = Process(target=child, args=(b,))
    p.start()
    print("received", len(a.recv()), "letters")
    p.join()
