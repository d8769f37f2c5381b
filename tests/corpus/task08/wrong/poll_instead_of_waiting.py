# verdict: failed by through_a_pipe
# also: all_arrive, printed
# why: poll() says no when the child is slow, and the message is left.
from multiprocessing import Pipe, Process


def child(conn):
    conn.send("hello")
    conn.close()


if __name__ == "__main__":
    a, b = Pipe()
    p = Process(target=child, args=(b,))
    p.start()
    if a.poll():
        print(a.recv())
    p.join()
