# verdict: passed
# why: process_request takes a place before it starts a thread; the rest waits in the listen queue.
import socketserver
import threading

MAX_THREADS = 20


class EchoHandler(socketserver.BaseRequestHandler):
    def setup(self):
        self.request.settimeout(15)

    def handle(self):
        try:
            while True:
                data = self.request.recv(1024)
                if not data:
                    break
                self.request.sendall(data)
        except OSError:
            pass


class BoundedServer(socketserver.ThreadingMixIn, socketserver.TCPServer):
    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.places = threading.BoundedSemaphore(MAX_THREADS)

    def process_request(self, request, client_address):
        self.places.acquire()
        super().process_request(request, client_address)

    def process_request_thread(self, request, client_address):
        try:
            super().process_request_thread(request, client_address)
        finally:
            self.places.release()


if __name__ == '__main__':
    server = BoundedServer(('127.0.0.1', 9001), EchoHandler)
    server.serve_forever()
