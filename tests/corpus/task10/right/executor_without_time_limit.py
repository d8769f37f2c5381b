# verdict: passed without silent_cannot_hold
# why: A pool and a semaphore; who is silent keeps a worker.
import socketserver
from concurrent.futures import ThreadPoolExecutor
from threading import Semaphore

WORKERS = 32
pool = ThreadPoolExecutor(WORKERS)
room = Semaphore(WORKERS)


class Server(socketserver.TCPServer):
    allow_reuse_address = True
    request_queue_size = 16

    def process_request(self, request, client_address):
        room.acquire()
        pool.submit(self.serve, request, client_address)

    def serve(self, request, client_address):
        try:
            self.finish_request(request, client_address)
        except Exception as e:
            print("error:", e)
        self.shutdown_request(request)
        room.release()


class Handler(socketserver.BaseRequestHandler):
    def handle(self):
        while True:
            data = self.request.recv(1024)
            if not data:
                break
            self.request.sendall(data)


Server(("127.0.0.1", 9028), Handler).serve_forever()
