# verdict: passed
# why: The accepting thread looks at the number of living handlers before it starts another.
import socketserver
import threading

LIMIT = 40


class Handler(socketserver.BaseRequestHandler):
    def handle(self):
        self.request.settimeout(10)
        try:
            while True:
                data = self.request.recv(1024)
                if not data:
                    break
                self.request.sendall(data)
        except OSError:
            pass


class Server(socketserver.ThreadingMixIn, socketserver.TCPServer):
    allow_reuse_address = True
    daemon_threads = True
    request_queue_size = 50

    def verify_request(self, request, client_address):
        return threading.active_count() <= LIMIT


Server(("127.0.0.1", 9006), Handler).serve_forever()
