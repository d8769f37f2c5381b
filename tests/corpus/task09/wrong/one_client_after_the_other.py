# verdict: failed by crowd
# also: one_selector, answers, outlives_leavers
# why: Talks with a client until it leaves; the others wait.
import selectors
import socket

sel = selectors.DefaultSelector()


def accept(sock):
    conn, _ = sock.accept()
    with conn:
        try:
            while True:
                data = conn.recv(1024)
                if not data:
                    break
                conn.sendall(data)
        except ConnectionError:
            pass


sock = socket.create_server(("127.0.0.1", 8011))
sel.register(sock, selectors.EVENT_READ, accept)
while True:
    for key, _ in sel.select():
        key.data(key.fileobj)
