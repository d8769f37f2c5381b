# verdict: failed by floods
# also: several_at_once
# why: Accepts one connection in two seconds, with a long queue: the polite client stands at its end.
import socketserver
import threading
import time


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
    request_queue_size = 100

    def process_request(self, request, client_address):
        time.sleep(2)
        super().process_request(request, client_address)


Server(("127.0.0.1", 9122), Handler).serve_forever()
