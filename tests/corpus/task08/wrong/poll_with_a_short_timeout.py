# verdict: failed by all_arrive
# why: Half a second is not enough when the sender is slow.
from multiprocessing import Pipe, Process


def child(conn):
    conn.send("first")
    conn.send("second")
    conn.close()


if __name__ == "__main__":
    a, b = Pipe()
    p = Process(target=child, args=(b,))
    p.start()
    print(a.recv())
    if a.poll(0.5):
        print(a.recv())
    p.join()
