# verdict: passed without stream
# why: The documentation's handler: one recv, one answer, and the connection is closed.
import socketserver
import threading


class MyTCPHandler(socketserver.BaseRequestHandler):
    def handle(self):
        self.request.settimeout(10)
        try:
            self.data = self.request.recv(1024).strip()
            print("{} wrote:".format(self.client_address[0]))
            print(self.data)
            self.request.sendall(self.data.upper())
        except OSError:
            pass


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, *args):
        self.semaphore = threading.BoundedSemaphore(10)
        super().__init__(*args)

    def process_request(self, request, client_address):
        self.semaphore.acquire()
        super().process_request(request, client_address)

    def process_request_thread(self, *args):
        try:
            super().process_request_thread(*args)
        finally:
            self.semaphore.release()


if __name__ == "__main__":
    with Server(("127.0.0.1", 9999), MyTCPHandler) as server:
        server.serve_forever()
