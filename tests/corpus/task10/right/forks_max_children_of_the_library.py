# verdict: passed without silent_cannot_hold
# why: ForkingTCPServer as it is: the library's own bound of 40 children, and no time limit.
import socketserver


class Handler(socketserver.StreamRequestHandler):
    def handle(self):
        for line in self.rfile:
            self.wfile.write(line)


class Server(socketserver.ForkingTCPServer):
    allow_reuse_address = True


Server(("127.0.0.1", 9026), Handler).serve_forever()
