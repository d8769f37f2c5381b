# verdict: failed by floods
# also: bounded, silent_cannot_hold
# why: shutdown() from a handler's thread, when too many are there.
import socketserver
import threading

lock = threading.Lock()
now = 0


class Handler(socketserver.BaseRequestHandler):
    def handle(self):
        global now
        with lock:
            now += 1
            if now > 40:
                self.server.shutdown()
                return
        self.request.settimeout(10)
        try:
            while data := self.request.recv(1024):
                self.request.sendall(data)
        except OSError:
            pass
        with lock:
            now -= 1


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True


with Server(("127.0.0.1", 9120), Handler) as server:
    server.serve_forever()
