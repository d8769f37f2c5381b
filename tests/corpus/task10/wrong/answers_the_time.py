# verdict: failed by answers
# also: several_at_once, floods, silent_cannot_hold
# why: Says what time it is, and not what the client has said.
import socketserver
import time


class Handler(socketserver.BaseRequestHandler):
    def handle(self):
        self.request.settimeout(5)
        try:
            while self.request.recv(1024):
                self.request.sendall(time.ctime().encode() + b"\n")
        except OSError:
            pass


class Server(socketserver.ForkingTCPServer):
    allow_reuse_address = True
    max_children = 10


Server(("127.0.0.1", 9124), Handler).serve_forever()
