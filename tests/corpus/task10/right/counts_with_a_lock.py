# verdict: passed without silent_cannot_hold
# why: A counter under a lock refuses the sixty-first; no time limit.
import socketserver
import threading


class ConnectionLimit:
    def __init__(self, limit):
        self.limit, self.now, self.lock = limit, 0, threading.Lock()

    def try_enter(self):
        with self.lock:
            if self.now >= self.limit:
                return False
            self.now += 1
            return True

    def leave(self):
        with self.lock:
            self.now -= 1


limit = ConnectionLimit(60)


class Handler(socketserver.StreamRequestHandler):
    def handle(self):
        try:
            while True:
                line = self.rfile.readline()
                if not line:
                    break
                self.wfile.write(b'>> ' + line)
        except ConnectionError:
            pass


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True

    def process_request(self, request, client_address):
        if limit.try_enter():
            super().process_request(request, client_address)
        else:
            self.close_request(request)

    def process_request_thread(self, request, client_address):
        try:
            super().process_request_thread(request, client_address)
        finally:
            limit.leave()


Server(('127.0.0.1', 9029), Handler).serve_forever()
