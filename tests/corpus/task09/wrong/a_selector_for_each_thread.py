# verdict: failed by one_selector
# why: Two threads with a selector each share the clients.
import itertools
import selectors
import socket
import threading


def worker(sel):
    while True:
        for key, _ in sel.select(timeout=0.5):
            conn = key.fileobj
            try:
                data = conn.recv(1024)
                conn.sendall(data)
            except OSError:
                data = b""
            if not data:
                sel.unregister(conn)
                conn.close()


pool = [selectors.DefaultSelector(), selectors.DefaultSelector()]
for one in pool:
    threading.Thread(target=worker, args=(one,), daemon=True).start()
turns = itertools.cycle(pool)
server = socket.create_server(("127.0.0.1", 8005))
while True:
    conn, _ = server.accept()
    next(turns).register(conn, selectors.EVENT_READ)
