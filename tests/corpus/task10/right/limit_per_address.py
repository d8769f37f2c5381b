# verdict: passed
# why: At most ten connections for each address; silent ones are ended.
import collections
import socketserver
import threading

PER_ADDRESS = 10
lock = threading.Lock()
connected = collections.defaultdict(int)


class Handler(socketserver.StreamRequestHandler):
    timeout = 30

    def handle(self):
        try:
            while True:
                line = self.rfile.readline(65537)
                if not line:
                    break
                self.wfile.write(line)
        except OSError:
            pass


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True

    def process_request(self, request, client_address):
        host = client_address[0]
        with lock:
            allowed = connected[host] < PER_ADDRESS
            if allowed:
                connected[host] += 1
        if allowed:
            super().process_request(request, client_address)
        else:
            self.shutdown_request(request)

    def process_request_thread(self, request, client_address):
        try:
            super().process_request_thread(request, client_address)
        finally:
            with lock:
                connected[client_address[0]] -= 1


Server(("127.0.0.1", 9007), Handler).serve_forever()
