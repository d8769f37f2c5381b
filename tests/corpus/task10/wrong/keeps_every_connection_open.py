# verdict: failed by bounded
# also: answers, floods, silent_cannot_hold
# why: Few threads, but refused connections are kept in a list and never closed.
import socketserver
import threading

places = threading.Semaphore(20)
refused = []


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
        if places.acquire(blocking=False):
            super().process_request(request, client_address)
        else:
            refused.append(request)

    def process_request_thread(self, request, client_address):
        try:
            super().process_request_thread(request, client_address)
        finally:
            places.release()


Server(("127.0.0.1", 9115), Handler).serve_forever()
