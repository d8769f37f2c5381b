# verdict: failed by blocks_when_idle
# why: Looks without waiting, and sleeps for 50 ms instead.
import selectors
import socket
import time


sel = selectors.DefaultSelector()


def accept(sock):
    conn, _ = sock.accept()
    conn.setblocking(False)
    sel.register(conn, selectors.EVENT_READ, read)


def close(conn):
    sel.unregister(conn)
    conn.close()


def read(conn):
    try:
        data = conn.recv(1024)
        if data:
            conn.send(data)
    except OSError:
        data = b""
    if not data:
        close(conn)


sock = socket.socket()
sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
sock.bind(("127.0.0.1", 8036))
sock.listen(100)
sock.setblocking(False)
sel.register(sock, selectors.EVENT_READ, accept)
while True:
    for key, _ in sel.select(timeout=0):
        key.data(key.fileobj)
    time.sleep(0.05)
