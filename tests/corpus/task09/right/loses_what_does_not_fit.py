# verdict: passed without never_stuck
# why: send() may take less than all; the rest is forgotten.
import selectors
import socket

sel = selectors.DefaultSelector()


def accept(sock):
    conn, _ = sock.accept()
    conn.setblocking(False)
    sel.register(conn, selectors.EVENT_READ, read)


def read(conn):
    try:
        data = conn.recv(65536)
        if data:
            conn.send(data)
            return
    except BlockingIOError:
        return
    except OSError:
        pass
    sel.unregister(conn)
    conn.close()


sock = socket.socket()
sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
sock.bind(('127.0.0.1', 8099))
sock.listen(64)
sock.setblocking(False)
sel.register(sock, selectors.EVENT_READ, accept)
while True:
    for key, _ in sel.select():
        key.data(key.fileobj)
