# verdict: failed by several_at_once
# also: floods, silent_cannot_hold
# why: A plain TCPServer: the second client waits until the first has left.
import socketserver


class Handler(socketserver.StreamRequestHandler):
    timeout = 30

    def handle(self):
        try:
            for line in self.rfile:
                self.wfile.write(line)
        except OSError:
            pass


class Server(socketserver.TCPServer):
    allow_reuse_address = True


Server(("127.0.0.1", 9104), Handler).serve_forever()
