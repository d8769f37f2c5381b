# verdict: failed by clean_end
# why: The child is killed by a signal after it has sent.
import os
import signal
from multiprocessing import Pipe, Process


def child(conn):
    conn.send("hello")
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    a, b = Pipe()
    p = Process(target=child, args=(b,))
    p.start()
    print(a.recv())
    p.join()
