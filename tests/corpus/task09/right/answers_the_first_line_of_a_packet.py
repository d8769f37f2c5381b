# verdict: passed without stream, never_stuck
# why: Of two lines in one packet only the first is answered.
import selectors
import socket

sel = selectors.DefaultSelector()
listener = socket.create_server(("127.0.0.1", 8090))
listener.setblocking(False)
sel.register(listener, selectors.EVENT_READ)


def close(sock):
    sel.unregister(sock)
    sock.close()


while True:
    for key, mask in sel.select():
        sock = key.fileobj
        if sock is listener:
            conn, _ = sock.accept()
            conn.setblocking(False)
            sel.register(conn, selectors.EVENT_READ, b"")
            continue
        try:
            if mask & selectors.EVENT_READ:
                data = sock.recv(65536)
                if not data:
                    close(sock)
                    continue
                answer = data.split(b"\n")[0] + b"\n"
            else:
                answer = key.data[sock.send(key.data):]
        except ConnectionError:
            close(sock)
        else:
            sel.modify(sock, selectors.EVENT_WRITE if answer else selectors.EVENT_READ, answer)
