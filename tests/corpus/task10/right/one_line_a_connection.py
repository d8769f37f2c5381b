# verdict: passed without stream
# why: readline, one answer, and goodbye: the second line of a packet is lost.
import socketserver
import threading


class Handler(socketserver.StreamRequestHandler):
    timeout = 10

    def handle(self):
        try:
            self.wfile.write(self.rfile.readline())
        except OSError:
            pass


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    places = threading.Semaphore(20)

    def process_request(self, request, client_address):
        if self.places.acquire(timeout=1):
            super().process_request(request, client_address)
        else:
            self.shutdown_request(request)

    def process_request_thread(self, request, client_address):
        super().process_request_thread(request, client_address)
        self.places.release()


Server(("127.0.0.1", 9024), Handler).serve_forever()
