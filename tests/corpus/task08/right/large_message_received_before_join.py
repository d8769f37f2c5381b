# verdict: passed
# why: A large message, received first and joined then.
from multiprocessing import Pipe, Process


def child(conn):
    conn.send("z" * 300_000 + " end")
    conn.close()


if __name__ == "__main__":
    a, b = Pipe()
    p = Process(target=child, args=(b,))
    p.start()
    print("received", a.recv())
    p.join()
