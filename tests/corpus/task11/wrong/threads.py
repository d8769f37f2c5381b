# verdict: failed by uses_asyncio
# why: A thread for each client.
import socket
import threading


def serve(conn):
    try:
        while data := conn.recv(1024):
            conn.sendall(data)
    except OSError:
        pass
    conn.close()


listener = socket.create_server(("127.0.0.1", 8951))
while True:
    conn, _ = listener.accept()
    threading.Thread(target=serve, args=(conn,), daemon=True).start()
