# verdict: passed without stream
# why: Ends whoever has not ended a line after 1000 bytes.
import selectors
import socket

sel = selectors.DefaultSelector()
LIMIT = 1000


class Client:
    def __init__(self, sock):
        self.sock, self.inb, self.outb = sock, b"", b""

    def run(self):
        try:
            if self.outb:
                self.outb = self.outb[self.sock.send(self.outb):]
            else:
                data = self.sock.recv(LIMIT)
                self.inb += data
                if not data:
                    raise EOFError
                lines = self.inb.split(b"\n")
                self.inb = lines.pop()
                self.outb = b"".join(line + b"\n" for line in lines)
                if len(self.inb) >= LIMIT:
                    raise EOFError
        except (OSError, EOFError):
            sel.unregister(self.sock)
            self.sock.close()
        else:
            sel.modify(self.sock, selectors.EVENT_WRITE if self.outb else selectors.EVENT_READ, self)


door = socket.create_server(("127.0.0.1", 2222))
door.setblocking(False)
sel.register(door, selectors.EVENT_READ)
while True:
    for key, _ in sel.select():
        if key.data:
            key.data.run()
        else:
            sock, _ = door.accept()
            sock.setblocking(False)
            sel.register(sock, selectors.EVENT_READ, Client(sock))
