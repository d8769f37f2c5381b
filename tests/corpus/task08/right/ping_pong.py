# verdict: passed
# why: Both send and both receive.
from multiprocessing import Pipe, Process


def child(conn):
    for _ in range(3):
        print("child got", conn.recv())
        conn.send("pong")
    conn.close()


if __name__ == "__main__":
    a, b = Pipe()
    p = Process(target=child, args=(b,))
    p.start()
    for i in range(3):
        a.send(f"ping {i}")
        print("parent got", a.recv())
    p.join()
