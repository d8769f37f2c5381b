# verdict: failed by all_arrive
# why: `while poll()` ends in the first pause of the sender.
from multiprocessing import Pipe, Process


def child(conn):
    for i in range(3):
        conn.send(f"message {i}")
    conn.close()


if __name__ == "__main__":
    a, b = Pipe()
    p = Process(target=child, args=(b,))
    p.start()
    print(a.recv())
    while a.poll():
        try:
            print(a.recv())
        except EOFError:
            break
    p.join()
