# verdict: failed by clean_end
# why: Each waits for the other to speak.
from multiprocessing import Pipe, Process


def child(conn):
    print("child got", conn.recv())
    conn.send("from child")


if __name__ == "__main__":
    a, b = Pipe()
    p = Process(target=child, args=(b,))
    p.start()
    print("parent got", a.recv())
    a.send("from parent")
    p.join()
