# verdict: failed by crowd
# also: outlives_leavers, answers
# why: A client that connects and says nothing stops everybody, in recv() right after accept().
import selectors
import socket

sel = selectors.DefaultSelector()


def accept(sock):
    conn, _ = sock.accept()
    first = conn.recv(1024)
    try:
        conn.sendall(first)
    except OSError:
        first = b""
    if first:
        sel.register(conn, selectors.EVENT_READ, read)
    else:
        conn.close()


def read(conn):
    try:
        data = conn.recv(1024)
        conn.sendall(data)
    except OSError:
        data = b""
    if not data:
        sel.unregister(conn)
        conn.close()


sock = socket.create_server(("127.0.0.1", 8012))
sel.register(sock, selectors.EVENT_READ, accept)
while True:
    for key, _ in sel.select():
        key.data(key.fileobj)
