# verdict: failed by printed
# why: The line comes from the sender.
from multiprocessing import Pipe, Process


def child(conn):
    conn.send("hello")
    print("hello")


if __name__ == "__main__":
    a, b = Pipe()
    p = Process(target=child, args=(b,))
    p.start()
    message = a.recv()
    p.join()
