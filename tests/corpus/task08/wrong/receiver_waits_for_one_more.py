# verdict: failed by clean_end
# why: The receiver waits for a fourth message.
from multiprocessing import Pipe, Process


def reader(conn):
    for _ in range(4):
        print("got", conn.recv())


if __name__ == "__main__":
    a, b = Pipe()
    p = Process(target=reader, args=(b,))
    p.start()
    for i in range(3):
        a.send(f"message {i}")
    p.join()
