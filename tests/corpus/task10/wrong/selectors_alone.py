# verdict: failed by uses_socketserver
# also: bounded, silent_cannot_hold
# why: A selectors server.
import selectors
import socket

sel = selectors.DefaultSelector()
server = socket.create_server(("127.0.0.1", 9103), backlog=100)
sel.register(server, selectors.EVENT_READ)
while True:
    for key, _ in sel.select():
        sock = key.fileobj
        if sock is server:
            conn, _ = server.accept()
            sel.register(conn, selectors.EVENT_READ)
            continue
        try:
            data = sock.recv(4096)
            sock.sendall(data)
        except OSError:
            data = b""
        if not data:
            sel.unregister(sock)
            sock.close()
