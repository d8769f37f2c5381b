# verdict: failed by bounded
# also: floods, silent_cannot_hold
# why: Goes on when no further thread can be started: it has grown until then.
import socketserver


class Handler(socketserver.BaseRequestHandler):
    def handle(self):
        try:
            while data := self.request.recv(1024):
                self.request.sendall(data)
        except OSError:
            pass


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True

    def process_request(self, request, client_address):
        try:
            super().process_request(request, client_address)
        except RuntimeError:
            print("no more threads")
            self.shutdown_request(request)


Server(("127.0.0.1", 9114), Handler).serve_forever()
