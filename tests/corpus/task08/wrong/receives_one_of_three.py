# verdict: failed by all_arrive
# why: Two messages are never received.
from multiprocessing import Pipe, Process


def child(conn):
    for i in range(3):
        conn.send(f"message {i}")
    conn.close()


if __name__ == "__main__":
    a, b = Pipe()
    p = Process(target=child, args=(b,))
    p.start()
    print(a.recv())
    p.join()
