# verdict: passed
# why: A bounded queue of accepted connections, and ten workers behind it.
import queue
import socketserver
import threading


class Echo(socketserver.BaseRequestHandler):
    def handle(self):
        self.request.settimeout(5)
        try:
            while data := self.request.recv(2048):
                self.request.sendall(data)
        except (ConnectionError, TimeoutError):
            return


class PoolServer(socketserver.TCPServer):
    allow_reuse_address = True
    workers = 10

    def __init__(self, address, handler):
        super().__init__(address, handler)
        self.requests = queue.Queue(maxsize=20)
        for _ in range(self.workers):
            threading.Thread(target=self.work, daemon=True).start()

    def process_request(self, request, client_address):
        self.requests.put((request, client_address))

    def work(self):
        while True:
            request, client_address = self.requests.get()
            try:
                self.finish_request(request, client_address)
            except Exception:
                self.handle_error(request, client_address)
            finally:
                self.shutdown_request(request)


PoolServer(("127.0.0.1", 9004), Echo).serve_forever()
