# verdict: passed
# why: Greets whoever comes, and puts words around each line.
import selectors
import socket

selector = selectors.DefaultSelector()


class Session(object):
    def __init__(self, sock):
        self.sock = sock
        self.inbox = b''
        self.outbox = '欢迎！Welcome!\n'.encode('utf-8')

    def close(self):
        selector.unregister(self.sock)
        self.sock.close()

    def interest(self):
        selector.modify(
            self.sock, selectors.EVENT_WRITE if self.outbox else selectors.EVENT_READ, self)

    def on_event(self, mask):
        try:
            if self.outbox:
                self.outbox = self.outbox[self.sock.send(self.outbox):]
            else:
                chunk = self.sock.recv(4096)
                if chunk == b'':
                    return self.close()
                self.inbox += chunk
                while b'\n' in self.inbox:
                    line, self.inbox = self.inbox.split(b'\n', 1)
                    self.outbox += b'server got: ' + line + b' (thank you)\n'
        except OSError:
            return self.close()
        self.interest()


class Listener(object):
    def __init__(self, port):
        self.sock = socket.socket()
        self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, True)
        self.sock.bind(('127.0.0.1', port))
        self.sock.listen(5)
        self.sock.setblocking(0)

    def on_event(self, mask):
        sock, addr = self.sock.accept()
        sock.setblocking(0)
        selector.register(sock, selectors.EVENT_WRITE, Session(sock))


listener = Listener(9999)
selector.register(listener.sock, selectors.EVENT_READ, listener)
while 1:
    for key, mask in selector.select():
        key.data.on_event(mask)
