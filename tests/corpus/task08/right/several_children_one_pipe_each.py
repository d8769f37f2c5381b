# verdict: passed
# why: A pipe for each of three children, and connection.wait.
from multiprocessing import Pipe, Process
from multiprocessing.connection import wait


def child(conn, n):
    conn.send(f"from child {n}")
    conn.close()


if __name__ == "__main__":
    readers = []
    children = []
    for n in range(3):
        r, w = Pipe(duplex=False)
        p = Process(target=child, args=(w, n))
        p.start()
        w.close()
        readers.append(r)
        children.append(p)
    while readers:
        for r in wait(readers):
            try:
                print(r.recv())
            except EOFError:
                readers.remove(r)
    for p in children:
        p.join()
