# verdict: failed by floods
# also: silent_cannot_hold
# why: A worker of the pool ends with the first client that resets; after ten of them nobody works.
import queue
import socketserver
import threading

jobs = queue.Queue(10)


class Handler(socketserver.BaseRequestHandler):
    def handle(self):
        self.request.settimeout(10)
        while data := self.request.recv(1024):
            self.request.sendall(data)


class Server(socketserver.TCPServer):
    allow_reuse_address = True

    def process_request(self, request, client_address):
        jobs.put((request, client_address))

    def work(self):
        while True:
            request, address = jobs.get()
            self.finish_request(request, address)
            self.shutdown_request(request)


server = Server(("127.0.0.1", 9118), Handler)
for _ in range(10):
    threading.Thread(target=server.work, daemon=True).start()
server.serve_forever()
