# verdict: passed without never_stuck
# why: Careful with errors, but sendall waits for the one who never reads, and everybody with it.
import selectors
import socket

sel = selectors.DefaultSelector()


def accept(listener):
    conn, _ = listener.accept()
    sel.register(conn, selectors.EVENT_READ, echo)


def echo(conn):
    try:
        data = conn.recv(4096)
        conn.sendall(data)
    except OSError:
        data = b""
    if not data:
        sel.unregister(conn)
        conn.close()


listener = socket.create_server(("127.0.0.1", 7777))
sel.register(listener, selectors.EVENT_READ, accept)
while True:
    for key, _ in sel.select():
        key.data(key.fileobj)
