# verdict: failed by crowd
# also: answers, outlives_leavers
# why: What could not be sent yet lies in one buffer for all, and goes to whoever is next.
import selectors
import socket

sel = selectors.DefaultSelector()
server = socket.create_server(("127.0.0.1", 8016))
server.setblocking(False)
sel.register(server, selectors.EVENT_READ)
out = b""
while True:
    for key, mask in sel.select():
        sock = key.fileobj
        if sock is server:
            conn, _ = server.accept()
            conn.setblocking(False)
            sel.register(conn, selectors.EVENT_READ)
            continue
        try:
            if mask & selectors.EVENT_READ:
                data = sock.recv(1024)
                if not data:
                    raise EOFError
                out += data
                sel.modify(sock, selectors.EVENT_READ | selectors.EVENT_WRITE)
            if mask & selectors.EVENT_WRITE:
                out = out[sock.send(out):]
                sel.modify(sock, selectors.EVENT_READ)
        except (OSError, EOFError):
            sel.unregister(sock)
            sock.close()
