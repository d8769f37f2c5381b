# verdict: failed by floods
# why: The place is given back at the end of handle(), which a reset skips.
import socketserver
import threading

places = threading.Semaphore(20)


class Handler(socketserver.BaseRequestHandler):
    def handle(self):
        self.request.settimeout(10)
        while data := self.request.recv(1024):
            self.request.sendall(data)
        places.release()


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True

    def process_request(self, request, client_address):
        places.acquire()
        super().process_request(request, client_address)


Server(("127.0.0.1", 9116), Handler).serve_forever()
