# verdict: passed
# why: Eight processes, made before the first client comes, accept from one listener.
import os
import socketserver


class Handler(socketserver.StreamRequestHandler):
    timeout = 5

    def handle(self):
        try:
            while data := self.request.recv(1024):
                self.wfile.write(data.upper())
        except OSError:
            pass


class Server(socketserver.TCPServer):
    allow_reuse_address = True
    request_queue_size = 64


server = Server(("127.0.0.1", 9009), Handler)
for _ in range(7):
    if os.fork() == 0:
        break
server.serve_forever()
