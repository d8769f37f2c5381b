# verdict: passed without stream
# why: One answer a connection; a line in two packets is answered by its first half only.
import selectors
import socket

sel = selectors.DefaultSelector()


class OneAnswer:
    def __init__(self, sock):
        self.sock = sock
        self.answer = b""

    def handle(self):
        try:
            if not self.answer:
                self.answer = self.sock.recv(1024)
                if not self.answer:
                    self.finish()
                    return
            else:
                n = self.sock.send(self.answer)
                self.answer = self.answer[n:]
                if not self.answer:
                    self.finish()
                    return
        except ConnectionError:
            self.finish()
            return
        sel.modify(self.sock, selectors.EVENT_WRITE if self.answer else selectors.EVENT_READ, self)

    def finish(self):
        sel.unregister(self.sock)
        self.sock.close()


listener = socket.create_server(("127.0.0.1", 8000))
listener.setblocking(False)
sel.register(listener, selectors.EVENT_READ)
while True:
    for key, _ in sel.select():
        if key.fileobj is listener:
            client, _ = listener.accept()
            client.setblocking(False)
            sel.register(client, selectors.EVENT_READ, OneAnswer(client))
        else:
            key.data.handle()
