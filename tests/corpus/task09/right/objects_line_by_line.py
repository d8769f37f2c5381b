# verdict: passed
# why: An object for each client; answers each whole line in capitals, and decodes none of it.
import selectors
import socket


class Client:
    LIMIT = 64 * 1024

    def __init__(self, server, sock):
        self.server = server
        self.sock = sock
        self.incoming = b""
        self.outgoing = b""
        sock.setblocking(False)
        server.selector.register(sock, selectors.EVENT_READ, self)

    def ready(self, mask):
        try:
            if mask & selectors.EVENT_READ:
                self.read()
            if mask & selectors.EVENT_WRITE:
                self.write()
        except ConnectionError:
            self.close()

    def read(self):
        data = self.sock.recv(2048)
        if not data:
            self.close()
            return
        self.incoming += data
        *lines, self.incoming = self.incoming.split(b"\n")
        for line in lines:
            self.outgoing += line.upper() + b"\n"
        if len(self.incoming) > self.LIMIT:
            self.close()
            return
        self.watch()

    def write(self):
        sent = self.sock.send(self.outgoing)
        self.outgoing = self.outgoing[sent:]
        self.watch()

    def watch(self):
        if self.outgoing:
            self.server.selector.modify(self.sock, selectors.EVENT_WRITE, self)
        else:
            self.server.selector.modify(self.sock, selectors.EVENT_READ, self)

    def close(self):
        self.server.selector.unregister(self.sock)
        self.sock.close()


class Server:
    def __init__(self, host="127.0.0.1", port=9090):
        self.selector = selectors.DefaultSelector()
        self.sock = socket.create_server((host, port), backlog=50)
        self.sock.setblocking(False)
        self.selector.register(self.sock, selectors.EVENT_READ, self)

    def ready(self, mask):
        sock, _ = self.sock.accept()
        Client(self, sock)

    def run(self):
        while True:
            for key, mask in self.selector.select():
                key.data.ready(mask)


if __name__ == "__main__":
    Server().run()
