# verdict: passed without silent_cannot_hold
# why: Bounded, but silent clients hold their places as long as they like.
import socketserver
import threading


class Handler(socketserver.BaseRequestHandler):
    def handle(self):
        try:
            while data := self.request.recv(1024):
                self.request.sendall(data)
        except ConnectionError:
            pass


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    sem = threading.Semaphore(50)

    def process_request(self, request, client_address):
        self.sem.acquire()
        super().process_request(request, client_address)

    def process_request_thread(self, request, client_address):
        try:
            super().process_request_thread(request, client_address)
        finally:
            self.sem.release()


Server(("127.0.0.1", 9021), Handler).serve_forever()
