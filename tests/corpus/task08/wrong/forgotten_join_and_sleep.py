# verdict: failed by all_arrive
# why: The receiver waits a second instead of for the message.
import time
from multiprocessing import Pipe, Process


def child(conn):
    conn.send("one")
    conn.send("two")
    conn.close()


if __name__ == "__main__":
    a, b = Pipe()
    p = Process(target=child, args=(b,))
    p.start()
    print(a.recv())
    time.sleep(1)
    if a.poll():
        print(a.recv())
    p.join()
