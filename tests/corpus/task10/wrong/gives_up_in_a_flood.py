# verdict: failed by floods
# also: silent_cannot_hold
# why: Ends itself when there are too many: that is what the flood wanted.
import os
import socketserver
import threading


class Handler(socketserver.BaseRequestHandler):
    def handle(self):
        self.request.settimeout(10)
        try:
            while data := self.request.recv(1024):
                self.request.sendall(data)
        except OSError:
            pass


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True

    def process_request(self, request, client_address):
        if threading.active_count() > 50:
            print("under attack, good bye")
            os._exit(1)
        super().process_request(request, client_address)


Server(("127.0.0.1", 9119), Handler).serve_forever()
