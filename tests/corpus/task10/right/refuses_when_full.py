# verdict: passed
# why: No place: the connection is closed at once.
import socketserver
import threading


class Handler(socketserver.StreamRequestHandler):
    timeout = 20

    def handle(self):
        try:
            for line in self.rfile:
                self.wfile.write(line.upper())
        except OSError:
            print("lost", self.client_address)


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    slots = threading.Semaphore(30)

    def process_request(self, request, client_address):
        if self.slots.acquire(blocking=False):
            super().process_request(request, client_address)
        else:
            print("full, refused", client_address)
            self.shutdown_request(request)

    def process_request_thread(self, request, client_address):
        try:
            super().process_request_thread(request, client_address)
        finally:
            self.slots.release()


with Server(("127.0.0.1", 9002), Handler) as server:
    server.serve_forever()
