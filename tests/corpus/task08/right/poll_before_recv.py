# verdict: passed
# why: Looks with poll and a long time-out, and loops.
import time
from multiprocessing import Pipe, Process


def child(conn):
    time.sleep(2)
    conn.send("late news")
    conn.close()


if __name__ == "__main__":
    a, b = Pipe()
    p = Process(target=child, args=(b,))
    p.start()
    while not a.poll(1):
        print("nothing yet")
    print(a.recv())
    p.join()
