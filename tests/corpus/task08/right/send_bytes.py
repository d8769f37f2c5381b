# verdict: passed
# why: Bytes by send_bytes and recv_bytes.
from multiprocessing import Pipe, Process


def child(conn):
    conn.send_bytes(b"raw bytes")
    conn.close()


if __name__ == "__main__":
    a, b = Pipe()
    p = Process(target=child, args=(b,))
    p.start()
    print(a.recv_bytes().decode())
    p.join()
