# verdict: failed by uses_socketserver
# also: bounded
# why: Bounded well, but with sockets and threads of its own.
import socket
import socketserver
import threading

places = threading.Semaphore(30)


def serve(conn):
    try:
        conn.settimeout(10)
        while data := conn.recv(1024):
            conn.sendall(data)
    except OSError:
        pass
    finally:
        conn.close()
        places.release()


listener = socket.create_server(("127.0.0.1", 9101))
while True:
    places.acquire()
    conn, _ = listener.accept()
    threading.Thread(target=serve, args=(conn,), daemon=True).start()
