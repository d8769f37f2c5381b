# verdict: passed
# why: No mixin: process_request starts threads of its own and keeps them in a set of bounded size.
import socketserver
import threading


class Server(socketserver.TCPServer):
    allow_reuse_address = True
    most = 32

    def __init__(self, *a, **k):
        super().__init__(*a, **k)
        self.lock = threading.Lock()
        self.running = set()

    def process_request(self, request, client_address):
        with self.lock:
            if len(self.running) >= self.most:
                self.shutdown_request(request)
                return
            t = threading.Thread(target=self.run, args=(request, client_address))
            self.running.add(t)
        t.start()

    def run(self, request, client_address):
        try:
            self.RequestHandlerClass(request, client_address, self)
        except ConnectionError:
            pass
        finally:
            self.shutdown_request(request)
            with self.lock:
                self.running.discard(threading.current_thread())


class Handler(socketserver.BaseRequestHandler):
    def handle(self):
        self.request.settimeout(20)
        try:
            while data := self.request.recv(512):
                self.request.sendall(data)
        except TimeoutError:
            pass


Server(("127.0.0.1", 9013), Handler).serve_forever()
