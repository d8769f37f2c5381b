# verdict: passed
# why: get_request waits for a place before it accepts: nothing is accepted that cannot be served.
import socketserver
import threading

places = threading.Semaphore(15)


class Handler(socketserver.BaseRequestHandler):
    timeout = 12

    def handle(self):
        self.request.settimeout(self.timeout)
        try:
            data = self.request.recv(4096)
            while data:
                self.request.sendall(data)
                data = self.request.recv(4096)
        except OSError as problem:
            print(problem)


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True

    def get_request(self):
        places.acquire()
        try:
            return super().get_request()
        except OSError:
            places.release()
            raise

    def shutdown_request(self, request):
        super().shutdown_request(request)
        places.release()


with Server(("127.0.0.1", 9011), Handler) as server:
    print("serving at", server.server_address)
    server.serve_forever()
