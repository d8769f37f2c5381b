# verdict: failed by several_at_once
# also: floods, silent_cannot_hold
# why: Semaphore(1): threads, but one at a time.
import socketserver
import threading

sem = threading.Semaphore(1)


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
        sem.acquire()
        super().process_request(request, client_address)

    def process_request_thread(self, request, client_address):
        try:
            super().process_request_thread(request, client_address)
        finally:
            sem.release()


Server(("127.0.0.1", 9105), Handler).serve_forever()
