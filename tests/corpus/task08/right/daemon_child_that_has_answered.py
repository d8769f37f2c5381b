# verdict: passed
# why: A daemon child is ended by the library once all is done.
from multiprocessing import Pipe, Process


def server(conn):
    while True:
        print("server got", conn.recv())
        conn.send("ok")


if __name__ == "__main__":
    a, b = Pipe()
    Process(target=server, args=(b,), daemon=True).start()
    a.send("question")
    print(a.recv())
