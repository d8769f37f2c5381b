# verdict: failed by floods
# also: silent_cannot_hold
# why: Counts who came, not who is there: after a hundred it refuses everybody.
import socketserver
import threading

total = 0


class Handler(socketserver.BaseRequestHandler):
    def handle(self):
        self.request.settimeout(10)
        try:
            while data := self.request.recv(1024):
                self.request.sendall(data)
        except OSError:
            pass


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True

    def verify_request(self, request, client_address):
        global total
        total += 1
        return total <= 100


Server(("127.0.0.1", 9117), Handler).serve_forever()
