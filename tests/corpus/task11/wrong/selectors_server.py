# verdict: failed by uses_asyncio
# also: never_blocks_the_loop
# why: selectors instead of asyncio.
import asyncio
import selectors
import socket

sel = selectors.DefaultSelector()
server = socket.create_server(("127.0.0.1", 8950))
server.setblocking(False)
sel.register(server, selectors.EVENT_READ)
while True:
    for key, mask in sel.select():
        sock = key.fileobj
        if sock is server:
            conn, _ = server.accept()
            conn.setblocking(False)
            sel.register(conn, selectors.EVENT_READ, b"")
            continue
        out = key.data
        try:
            out = out[sock.send(out):] if out else sock.recv(1024)
            if not key.data and not out:
                raise EOFError
        except (OSError, EOFError):
            sel.unregister(sock)
            sock.close()
            continue
        sel.modify(sock, selectors.EVENT_WRITE if out else selectors.EVENT_READ, out)
