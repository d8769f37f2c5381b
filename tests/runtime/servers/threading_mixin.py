import socketserver
class H(socketserver.BaseRequestHandler):
    def handle(self):
        while True:
            data = self.request.recv(1024)
            if not data:
                break
            self.request.sendall(data.upper())
class S(socketserver.ThreadingMixIn, socketserver.TCPServer):
    allow_reuse_address = True
    daemon_threads = True
if __name__ == "__main__":
    with S(("127.0.0.1", 9999), H) as s:
        s.serve_forever()
