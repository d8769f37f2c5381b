# verdict: passed
# why: SelectSelector, one function, no class.
from selectors import EVENT_READ, EVENT_WRITE, SelectSelector
from socket import SO_REUSEADDR, SOL_SOCKET, socket


def serve(port):
    with SelectSelector() as sel, socket() as door:
        door.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
        door.bind(("127.0.0.1", port))
        door.listen()
        sel.register(door, EVENT_READ)
        while True:
            for key, _ in sel.select():
                sock = key.fileobj
                if sock is door:
                    sock, _ = door.accept()
                    sock.setblocking(False)
                    sel.register(sock, EVENT_READ)
                    continue
                try:
                    if key.data:
                        rest = key.data[sock.send(key.data):]
                    else:
                        rest = sock.recv(300)
                        if not rest:
                            raise EOFError
                except (EOFError, ConnectionError):
                    sel.unregister(sock)
                    sock.close()
                else:
                    sel.modify(sock, EVENT_WRITE if rest else EVENT_READ, rest)


serve(12345)
