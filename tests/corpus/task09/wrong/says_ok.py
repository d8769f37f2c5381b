# verdict: failed by answers
# also: crowd, outlives_leavers, blocks_when_idle
# why: Says ok to everything.
import selectors
import socket

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
            conn.send(b"ok\n")
    except OSError:
        data = b""
    if not data:
        close(conn)


sock = socket.socket()
sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
sock.bind(("127.0.0.1", 8021))
sock.listen(100)
sock.setblocking(False)
sel.register(sock, selectors.EVENT_READ, accept)
while True:
    for key, _ in sel.select():
        key.data(key.fileobj)
