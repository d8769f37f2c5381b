# verdict: failed by one_selector
# also: blocks_when_idle, answers, crowd, outlives_leavers
# why: Asks every socket in turn, without a selector.
import selectors
import socket

server = socket.create_server(("127.0.0.1", 8050))
server.setblocking(False)
clients = []
while True:
    try:
        conn, _ = server.accept()
        conn.setblocking(False)
        clients.append(conn)
    except BlockingIOError:
        pass
    for conn in list(clients):
        try:
            data = conn.recv(1024)
            conn.send(data)
        except BlockingIOError:
            continue
        except OSError:
            data = b""
        if not data:
            clients.remove(conn)
            conn.close()
