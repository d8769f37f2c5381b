# verdict: failed by answers
# also: crowd, outlives_leavers
# why: A global variable holds the connection that came last, and gets every answer.
import selectors
import socket

sel = selectors.DefaultSelector()
current = None


def accept(sock):
    global current
    current, _ = sock.accept()
    sel.register(current, selectors.EVENT_READ, read)


def read(conn):
    try:
        data = conn.recv(1024)
    except OSError:
        data = b""
    if not data:
        sel.unregister(conn)
        conn.close()
        return
    try:
        current.sendall(data)
    except OSError:
        pass


sock = socket.create_server(("127.0.0.1", 8017))
sel.register(sock, selectors.EVENT_READ, accept)
while True:
    for key, _ in sel.select():
        key.data(key.fileobj)
