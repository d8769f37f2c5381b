# verdict: failed by bounded
# also: floods, silent_cannot_hold
# why: The semaphore is asked for in the handler: by then its thread is there.
import socketserver
import threading

sem = threading.Semaphore(10)


class Handler(socketserver.BaseRequestHandler):
    def handle(self):
        with sem:
            self.request.settimeout(10)
            try:
                while data := self.request.recv(1024):
                    self.request.sendall(data)
            except OSError:
                pass


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True


Server(("127.0.0.1", 9110), Handler).serve_forever()
