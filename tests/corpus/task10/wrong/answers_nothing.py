# verdict: failed by answers
# also: several_at_once, floods, silent_cannot_hold
# why: Prints what it gets.
import socketserver
import threading

sem = threading.Semaphore(30)


class Handler(socketserver.StreamRequestHandler):
    timeout = 10

    def handle(self):
        try:
            for line in self.rfile:
                print(self.client_address, line)
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


Server(("127.0.0.1", 9123), Handler).serve_forever()
