# verdict: passed
# why: A line limit of 64 KiB, an answer queue, reading stops while too much waits to be sent.
import selectors
import socket
from collections import deque

MAX_LINE, HIGH = 65536, 32768


class Connection:
    def __init__(self, sel, sock):
        self.sel, self.sock = sel, sock
        self.buffer = bytearray()
        self.queue = deque()
        self.events = selectors.EVENT_READ
        sel.register(sock, self.events, self.handle)

    def handle(self, events):
        try:
            if events & selectors.EVENT_WRITE:
                self.flush()
            if events & selectors.EVENT_READ and not self.fill():
                return self.close()
        except OSError:
            return self.close()
        self.update()

    def fill(self):
        data = self.sock.recv(4096)
        if not data:
            return False
        self.buffer += data
        while (end := self.buffer.find(b"\n")) >= 0:
            self.queue.append(bytes(self.buffer[: end + 1]))
            del self.buffer[: end + 1]
        return len(self.buffer) <= MAX_LINE

    def flush(self):
        while self.queue:
            line = self.queue[0]
            sent = self.sock.send(line)
            if sent < len(line):
                self.queue[0] = line[sent:]
                return
            self.queue.popleft()
            if self.queue:
                return  # the next one in the next round

    def update(self):
        events = 0
        if self.queue:
            events |= selectors.EVENT_WRITE
        if sum(map(len, self.queue)) < HIGH:
            events |= selectors.EVENT_READ
        if events != self.events:
            self.events = events
            self.sel.modify(self.sock, events, self.handle)

    def close(self):
        self.sel.unregister(self.sock)
        self.sock.close()


def main():
    sel = selectors.DefaultSelector()
    server = socket.create_server(("127.0.0.1", 10001), reuse_port=False)
    server.setblocking(False)

    def accept(events):
        sock, _ = server.accept()
        sock.setblocking(False)
        Connection(sel, sock)

    sel.register(server, selectors.EVENT_READ, accept)
    while True:
        for key, events in sel.select():
            key.data(events)


if __name__ == "__main__":
    main()
