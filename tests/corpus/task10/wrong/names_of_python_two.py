# verdict: failed by answers
# also: uses_socketserver, several_at_once, bounded, floods, silent_cannot_hold
# why: SocketServer was its name in Python 2; nothing runs.
import SocketServer


class Handler(SocketServer.BaseRequestHandler):
    def handle(self):
        self.request.sendall(self.request.recv(1024))


SocketServer.ThreadingTCPServer(("127.0.0.1", 9126), Handler).serve_forever()
