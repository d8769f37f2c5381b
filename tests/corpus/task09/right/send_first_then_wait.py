# verdict: passed
# why: Tries to send at once, and waits for room only when there is none.
import selectors
import socket

sel = selectors.DefaultSelector()


class Peer:
    def __init__(self, sock):
        self.sock, self.out = sock, b""

    def __call__(self, mask):
        try:
            if mask & selectors.EVENT_READ:
                data = self.sock.recv(4096)
                if not data:
                    raise ConnectionResetError
                self.out += data
            try:
                self.out = self.out[self.sock.send(self.out):]
            except BlockingIOError:
                pass
        except ConnectionError:
            sel.unregister(self.sock)
            self.sock.close()
        else:
            sel.modify(self.sock, selectors.EVENT_WRITE if self.out else selectors.EVENT_READ, self)


def accept(mask):
    sock, _ = server.accept()
    sock.setblocking(False)
    sel.register(sock, selectors.EVENT_READ, Peer(sock))


server = socket.create_server(("127.0.0.1", 4000))
server.setblocking(False)
sel.register(server, selectors.EVENT_READ, accept)
while True:
    for key, mask in sel.select():
        key.data(mask)
