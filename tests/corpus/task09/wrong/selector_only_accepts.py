# verdict: failed by one_selector
# why: The selector watches the listener alone; each client gets a thread.
import selectors
import socket
import threading

sel = selectors.DefaultSelector()


def client_thread(conn):
    try:
        while True:
            data = conn.recv(1024)
            if not data:
                break
            conn.sendall(data)
    except ConnectionError:
        pass
    conn.close()


def accept(sock):
    conn, _ = sock.accept()
    t = threading.Thread(target=client_thread, args=(conn,))
    t.daemon = True
    t.start()


sock = socket.create_server(("127.0.0.1", 8004))
sel.register(sock, selectors.EVENT_READ, accept)
while True:
    for key, _ in sel.select():
        key.data(key.fileobj)
