# verdict: failed by bounded
# also: floods
# why: A time limit for silent clients bounds nothing.
import socketserver


class Handler(socketserver.StreamRequestHandler):
    timeout = 10

    def handle(self):
        try:
            for line in self.rfile:
                self.wfile.write(line)
        except OSError:
            pass


class Server(socketserver.ThreadingMixIn, socketserver.TCPServer):
    allow_reuse_address = True
    daemon_threads = True


Server(("127.0.0.1", 9108), Handler).serve_forever()
