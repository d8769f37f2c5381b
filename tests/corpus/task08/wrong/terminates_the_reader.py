# verdict: failed by all_arrive
# also: printed
# why: The reader is ended before it has read everything.
import time
from multiprocessing import Pipe, Process


def reader(conn):
    while True:
        print("got", conn.recv())


if __name__ == "__main__":
    a, b = Pipe()
    p = Process(target=reader, args=(b,))
    p.start()
    for i in range(3):
        a.send(f"message {i}")
    time.sleep(1)
    p.terminate()
    p.join()
