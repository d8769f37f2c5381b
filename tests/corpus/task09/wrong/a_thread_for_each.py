# verdict: failed by one_selector
# why: A thread for each client, and selectors only imported.
import selectors
import socket
import threading


def serve(conn):
    with conn:
        try:
            while data := conn.recv(1024):
                conn.sendall(data)
        except OSError:
            pass


sel = selectors.DefaultSelector()
server = socket.create_server(("127.0.0.1", 8003))
while True:
    conn, _ = server.accept()
    threading.Thread(target=serve, args=(conn,), daemon=True).start()
