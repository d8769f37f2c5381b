# verdict: passed
# why: EpollSelector, and descriptors instead of sockets as keys.
import selectors
import socket


class EchoServer:
    def __init__(self, port: int) -> None:
        self.selector = selectors.EpollSelector()
        self.clients: dict[int, socket.socket] = {}
        self.pending: dict[int, bytes] = {}
        self.listener = socket.create_server(("127.0.0.1", port))
        self.listener.setblocking(False)
        self.selector.register(self.listener.fileno(), selectors.EVENT_READ)

    def serve_forever(self) -> None:
        while True:
            for key, mask in self.selector.select():
                if key.fd == self.listener.fileno():
                    self.welcome()
                elif mask & selectors.EVENT_WRITE:
                    self.send(key.fd)
                else:
                    self.receive(key.fd)

    def welcome(self) -> None:
        client, _ = self.listener.accept()
        client.setblocking(False)
        self.clients[client.fileno()] = client
        self.pending[client.fileno()] = b""
        self.selector.register(client.fileno(), selectors.EVENT_READ)

    def receive(self, fd: int) -> None:
        try:
            self.pending[fd] = self.clients[fd].recv(8192)
        except ConnectionError:
            self.pending[fd] = b""
        if self.pending[fd]:
            self.selector.modify(fd, selectors.EVENT_WRITE)
        else:
            self.goodbye(fd)

    def send(self, fd: int) -> None:
        try:
            sent = self.clients[fd].send(self.pending[fd])
        except ConnectionError:
            self.goodbye(fd)
            return
        self.pending[fd] = self.pending[fd][sent:]
        if not self.pending[fd]:
            self.selector.modify(fd, selectors.EVENT_READ)

    def goodbye(self, fd: int) -> None:
        self.selector.unregister(fd)
        del self.pending[fd]
        self.clients.pop(fd).close()


EchoServer(8080).serve_forever()
