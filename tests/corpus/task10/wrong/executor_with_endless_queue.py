# verdict: failed by bounded
# why: Twenty workers, and in front of them a queue of accepted sockets that grows with the flood.
import socketserver
from concurrent.futures import ThreadPoolExecutor


class Server(socketserver.TCPServer):
    allow_reuse_address = True
    pool = ThreadPoolExecutor(20)

    def process_request(self, request, client_address):
        self.pool.submit(self.run, request, client_address)

    def run(self, request, client_address):
        try:
            self.finish_request(request, client_address)
        except OSError:
            pass
        self.shutdown_request(request)


class Handler(socketserver.BaseRequestHandler):
    def handle(self):
        self.request.settimeout(10)
        while data := self.request.recv(1024):
            self.request.sendall(data)


Server(("127.0.0.1", 9111), Handler).serve_forever()
