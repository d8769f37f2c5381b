# verdict: failed by crowd
# also: answers, outlives_leavers
# why: Sends each line to everybody.
import selectors
import socket

sel = selectors.DefaultSelector()
server = socket.create_server(("127.0.0.1", 8015))
sel.register(server, selectors.EVENT_READ)
members = []


def drop(sock):
    if sock in members:
        members.remove(sock)
        sel.unregister(sock)
        sock.close()


while True:
    for key, _ in sel.select():
        sock = key.fileobj
        if sock is server:
            conn, _ = server.accept()
            members.append(conn)
            sel.register(conn, selectors.EVENT_READ)
            continue
        if sock not in members:
            continue
        try:
            data = sock.recv(1024)
        except OSError:
            data = b""
        if not data:
            drop(sock)
            continue
        for one in list(members):
            try:
                one.sendall(data)
            except OSError:
                drop(one)
