# verdict: failed by crowd
# why: Turns away the fifty-first.
import selectors
import socket

sel = selectors.DefaultSelector()
server = socket.create_server(("127.0.0.1", 8013))
server.setblocking(False)
sel.register(server, selectors.EVENT_READ)
count = 0
while True:
    for key, mask in sel.select():
        sock = key.fileobj
        if sock is server:
            conn, _ = server.accept()
            if count >= 50:
                conn.close()
                continue
            count += 1
            conn.setblocking(False)
            sel.register(conn, selectors.EVENT_READ, b"")
            continue
        out = key.data
        try:
            if out:
                out = out[sock.send(out):]
            else:
                out = sock.recv(1024)
                if not out:
                    raise EOFError
        except (ConnectionError, EOFError):
            count -= 1
            sel.unregister(sock)
            sock.close()
            continue
        sel.modify(sock, selectors.EVENT_WRITE if out else selectors.EVENT_READ, out)
