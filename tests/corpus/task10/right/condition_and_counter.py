# verdict: passed
# why: A counter under a Condition says who may start; the handler gives its place back in finish().
import socketserver
import threading


class Gate:
    def __init__(self, most):
        self.most = most
        self.inside = 0
        self.changed = threading.Condition()

    def enter(self):
        with self.changed:
            while self.inside >= self.most:
                self.changed.wait()
            self.inside += 1

    def leave(self):
        with self.changed:
            self.inside -= 1
            self.changed.notify()


gate = Gate(12)


class Handler(socketserver.BaseRequestHandler):
    def setup(self):
        self.request.settimeout(10)

    def handle(self):
        try:
            buffered = b""
            while data := self.request.recv(1024):
                buffered += data
                *lines, buffered = buffered.split(b"\n")
                for line in lines:
                    self.request.sendall(b"echo: " + line + b"\n")
                if len(buffered) > 100_000:
                    return
        except (ConnectionError, TimeoutError):
            pass

    def finish(self):
        gate.leave()


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True

    def process_request(self, request, client_address):
        gate.enter()
        super().process_request(request, client_address)


server = Server(("127.0.0.1", 9010), Handler)
server.serve_forever()
