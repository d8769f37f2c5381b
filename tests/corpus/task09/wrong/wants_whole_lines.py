# verdict: failed by outlives_leavers
# why: A client that leaves in the middle of a line brings an IndexError.
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
        data = conn.recv(4096)
    except OSError:
        data = b""
    if not data:
        close(conn)
        return
    words = data.decode("utf-8").split("\n")
    end = words[1]  # IndexError without a newline
    conn.send((words[0] + "\n" + end).encode())


sock = socket.socket()
sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
sock.bind(("127.0.0.1", 8031))
sock.listen(100)
sock.setblocking(False)
sel.register(sock, selectors.EVENT_READ, accept)
while True:
    for key, _ in sel.select():
        key.data(key.fileobj)
