# verdict: passed
# why: The documentation's callbacks, with a buffer for what could not be sent yet.
import selectors
import socket

sel = selectors.DefaultSelector()
buffers = {}


def accept(sock, mask):
    conn, addr = sock.accept()
    print('accepted', addr)
    conn.setblocking(False)
    buffers[conn] = bytearray()
    sel.register(conn, selectors.EVENT_READ, serve)


def close(conn):
    sel.unregister(conn)
    buffers.pop(conn)
    conn.close()


def serve(conn, mask):
    out = buffers[conn]
    try:
        if mask & selectors.EVENT_READ:
            data = conn.recv(1024)
            if not data:
                close(conn)
                return
            out += data
        if mask & selectors.EVENT_WRITE:
            n = conn.send(out)
            del out[:n]
    except OSError as e:
        print('client lost', e)
        close(conn)
        return
    # a client that does not read is not read either
    if len(out) > 65536:
        sel.modify(conn, selectors.EVENT_WRITE, serve)
    elif out:
        sel.modify(conn, selectors.EVENT_READ | selectors.EVENT_WRITE, serve)
    else:
        sel.modify(conn, selectors.EVENT_READ, serve)


sock = socket.socket()
sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
sock.bind(('127.0.0.1', 1234))
sock.listen(100)
sock.setblocking(False)
sel.register(sock, selectors.EVENT_READ, accept)

while True:
    events = sel.select()
    for key, mask in events:
        callback = key.data
        callback(key.fileobj, mask)
