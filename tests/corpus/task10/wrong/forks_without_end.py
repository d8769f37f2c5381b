# verdict: failed by bounded
# also: floods, silent_cannot_hold
# why: ForkingMixIn with a bound that is none.
import socketserver


class Handler(socketserver.BaseRequestHandler):
    def handle(self):
        try:
            while data := self.request.recv(1024):
                self.request.sendall(data)
        except OSError:
            pass


class Server(socketserver.ForkingMixIn, socketserver.TCPServer):
    allow_reuse_address = True
    max_children = 100000


Server(("127.0.0.1", 9113), Handler).serve_forever()
