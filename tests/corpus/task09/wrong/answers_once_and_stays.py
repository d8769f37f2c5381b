# verdict: failed by answers
# also: crowd, outlives_leavers, blocks_when_idle
# why: One answer for each client; the next line is never read, and the connection stays.
import selectors
import socket

seen = []

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
        conn.send(data)
    except OSError:
        pass
    sel.unregister(conn)
    seen.append(conn)


sock = socket.socket()
sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
sock.bind(("127.0.0.1", 8026))
sock.listen(100)
sock.setblocking(False)
sel.register(sock, selectors.EVENT_READ, accept)
while True:
    for key, _ in sel.select():
        key.data(key.fileobj)
