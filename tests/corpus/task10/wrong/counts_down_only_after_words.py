# verdict: failed by floods
# why: Who leaves without a word keeps his place for good.
import socketserver
import threading

places = threading.Semaphore(16)


class Handler(socketserver.StreamRequestHandler):
    timeout = 10

    def handle(self):
        try:
            line = self.rfile.readline()
            if not line:
                return
            while line:
                self.wfile.write(line)
                line = self.rfile.readline()
        except OSError:
            pass
        places.release()


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True

    def process_request(self, request, client_address):
        places.acquire()
        super().process_request(request, client_address)


Server(("127.0.0.1", 9121), Handler).serve_forever()
