# verdict: passed
# why: None says that this was all.
from multiprocessing import Pipe, Process


def reader(conn):
    while True:
        message = conn.recv()
        if message is None:
            break
        print("got", message)


if __name__ == "__main__":
    a, b = Pipe()
    p = Process(target=reader, args=(b,))
    p.start()
    for word in ["x1", "x2"]:
        a.send(word)
    a.send(None)
    p.join()
