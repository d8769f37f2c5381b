# verdict: failed by one_selector
# why: A worker thread sends the answers that the selector's thread has read.
import queue
import selectors
import socket
import threading

sel = selectors.DefaultSelector()
jobs = queue.Queue()


def worker():
    while True:
        conn, data = jobs.get()
        try:
            conn.sendall(data.upper())
        except OSError:
            pass


threading.Thread(target=worker, daemon=True).start()
server = socket.create_server(("127.0.0.1", 8008))
sel.register(server, selectors.EVENT_READ)
while True:
    for key, _ in sel.select():
        if key.fileobj is server:
            conn, _ = server.accept()
            sel.register(conn, selectors.EVENT_READ)
            continue
        conn = key.fileobj
        try:
            data = conn.recv(1024)
        except OSError:
            data = b""
        if data:
            jobs.put((conn, data))
        else:
            sel.unregister(conn)
            conn.close()
