# verdict: failed by several_at_once
# also: bounded, floods, silent_cannot_hold
# why: Threads without a bound, and a lock in handle() lets one work.
import socketserver
import threading

lock = threading.Lock()


class Handler(socketserver.BaseRequestHandler):
    def handle(self):
        with lock:
            self.request.settimeout(10)
            try:
                while data := self.request.recv(1024):
                    self.request.sendall(data)
            except OSError:
                pass


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True


Server(("127.0.0.1", 9106), Handler).serve_forever()
