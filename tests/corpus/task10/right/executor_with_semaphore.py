# verdict: passed
# why: A ThreadPoolExecutor whose queue cannot grow, since a semaphore counts what is in it.
import socketserver
import threading
from concurrent.futures import ThreadPoolExecutor


class Server(socketserver.TCPServer):
    allow_reuse_address = True

    def __init__(self, *args):
        super().__init__(*args)
        self.pool = ThreadPoolExecutor(max_workers=25)
        self.room = threading.Semaphore(40)

    def process_request(self, request, client_address):
        self.room.acquire()
        self.pool.submit(self.work, request, client_address)

    def work(self, request, client_address):
        try:
            self.finish_request(request, client_address)
        except OSError as error:
            print(client_address, error)
        finally:
            self.shutdown_request(request)
            self.room.release()


class Handler(socketserver.BaseRequestHandler):
    def handle(self):
        self.request.settimeout(8)
        while True:
            data = self.request.recv(4096)
            if not data:
                return
            self.request.sendall(b"you said: " + data)


if __name__ == "__main__":
    with Server(("127.0.0.1", 9005), Handler) as server:
        server.serve_forever()
