# verdict: passed without stream
# why: Ends whoever sends a line of more than 100 bytes, as a protection.
import socketserver
import threading


class Handler(socketserver.StreamRequestHandler):
    timeout = 10
    most = 100

    def handle(self):
        try:
            while True:
                line = self.rfile.readline(self.most + 1)
                if not line or len(line) > self.most:
                    break
                self.wfile.write(line)
        except OSError:
            pass


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    limit = threading.Semaphore(40)

    def verify_request(self, request, client_address):
        return self.limit.acquire(blocking=False)

    def process_request_thread(self, request, client_address):
        try:
            super().process_request_thread(request, client_address)
        finally:
            self.limit.release()


Server(("127.0.0.1", 9027), Handler).serve_forever()
