# verdict: failed by bounded
# why: queue.Queue() without a size.
import queue
import socketserver
import threading

jobs = queue.Queue()


class Handler(socketserver.StreamRequestHandler):
    timeout = 10

    def handle(self):
        for line in self.rfile:
            self.wfile.write(line)


class Server(socketserver.TCPServer):
    allow_reuse_address = True

    def process_request(self, request, client_address):
        jobs.put((request, client_address))


def work():
    while True:
        request, address = jobs.get()
        try:
            server.finish_request(request, address)
        except OSError:
            pass
        finally:
            server.shutdown_request(request)


server = Server(("127.0.0.1", 9112), Handler)
for _ in range(16):
    threading.Thread(target=work, daemon=True).start()
server.serve_forever()
