# verdict: passed
# why: Waits two seconds for a place, and then refuses.
import socketserver
import threading

sem = threading.Semaphore(8)


def log(*words):
    print(*words, flush=True)


class Handler(socketserver.StreamRequestHandler):
    def setup(self):
        self.request.settimeout(3.0)
        super().setup()

    def handle(self):
        while True:
            try:
                piece = self.rfile.read1(4096)
                self.wfile.write(piece)
            except OSError:
                break
            if not piece:
                break


class Server(socketserver.ThreadingMixIn, socketserver.TCPServer):
    allow_reuse_address = True
    daemon_threads = True

    def process_request(self, request, client_address):
        if not sem.acquire(timeout=2):
            log("busy, sorry", client_address)
            self.shutdown_request(request)
            return
        super().process_request(request, client_address)

    def process_request_thread(self, request, client_address):
        try:
            super().process_request_thread(request, client_address)
        finally:
            sem.release()


Server(("127.0.0.1", 9012), Handler).serve_forever()
