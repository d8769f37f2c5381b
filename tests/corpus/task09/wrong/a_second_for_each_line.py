# verdict: failed by crowd
# why: Sleeps for a second before each answer: the hundredth client waits for minutes.
import selectors
import socket
import time

sel = selectors.DefaultSelector()
server = socket.create_server(("127.0.0.1", 8014))
sel.register(server, selectors.EVENT_READ)
while True:
    for key, _ in sel.select():
        sock = key.fileobj
        if sock is server:
            conn, _ = server.accept()
            sel.register(conn, selectors.EVENT_READ)
            continue
        try:
            data = sock.recv(1024)
            if data:
                time.sleep(1)  # think about it
                sock.sendall(data)
        except OSError:
            data = b""
        if not data:
            sel.unregister(sock)
            sock.close()
