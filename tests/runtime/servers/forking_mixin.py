import socketserver
class H(socketserver.StreamRequestHandler):
    def handle(self):
        for line in self.rfile:
            self.wfile.write(line.upper())
if __name__ == "__main__":
    with socketserver.ForkingTCPServer(("127.0.0.1", 9999), H) as s:
        s.serve_forever()
