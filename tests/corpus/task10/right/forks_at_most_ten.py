# verdict: passed
# why: ForkingMixIn with its own max_children.
import socketserver


class Echo(socketserver.BaseRequestHandler):
    def handle(self):
        self.request.settimeout(5)
        try:
            while data := self.request.recv(1024):
                self.request.sendall(data)
        except OSError:
            pass


class Server(socketserver.ForkingMixIn, socketserver.TCPServer):
    allow_reuse_address = True
    max_children = 10


if __name__ == "__main__":
    with Server(("127.0.0.1", 9008), Echo) as server:
        server.serve_forever()
