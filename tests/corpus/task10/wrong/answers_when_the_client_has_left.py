# verdict: failed by answers
# also: several_at_once, floods, silent_cannot_hold
# why: rfile.read() waits for the end of everything, not of a line.
import socketserver
import threading

sem = threading.Semaphore(30)


class Handler(socketserver.StreamRequestHandler):
    timeout = 60

    def handle(self):
        try:
            self.wfile.write(self.rfile.read())
        except OSError:
            pass


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True

    def verify_request(self, request, client_address):
        return sem.acquire(blocking=False)

    def process_request_thread(self, request, client_address):
        try:
            super().process_request_thread(request, client_address)
        finally:
            sem.release()


Server(("127.0.0.1", 9125), Handler).serve_forever()
