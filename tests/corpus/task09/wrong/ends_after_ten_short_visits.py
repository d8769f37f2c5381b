# verdict: failed by outlives_leavers
# why: Takes a client that leaves without a word for an attack, and ends after ten of them.
import selectors
import socket

visits = 0
talked = set()

sel = selectors.DefaultSelector()


def accept(sock):
    conn, _ = sock.accept()
    conn.setblocking(False)
    sel.register(conn, selectors.EVENT_READ, read)


def close(conn):
    sel.unregister(conn)
    conn.close()


def read(conn):
    global visits
    try:
        data = conn.recv(1024)
        if data:
            conn.send(data)
            talked.add(conn)
    except OSError:
        data = b""
    if not data:
        if conn not in talked:
            visits += 1
        talked.discard(conn)
        close(conn)
        if visits > 10:
            raise RuntimeError("too many clients without a word")


sock = socket.socket()
sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
sock.bind(("127.0.0.1", 8033))
sock.listen(100)
sock.setblocking(False)
sel.register(sock, selectors.EVENT_READ, accept)
while True:
    for key, _ in sel.select():
        key.data(key.fileobj)
