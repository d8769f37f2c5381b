# verdict: failed by bounded
# also: floods, silent_cannot_hold
# why: ThreadingTCPServer as it is: a thread for each connection.
import socketserver


class MyServer(socketserver.BaseRequestHandler):
    def handle(self):
        try:
            while True:
                data = self.request.recv(1024)
                if not data:
                    break
                self.request.sendall(data.upper())
        except ConnectionResetError:
            pass


if __name__ == '__main__':
    socketserver.ThreadingTCPServer.allow_reuse_address = True
    server = socketserver.ThreadingTCPServer(('127.0.0.1', 8000), MyServer)
    server.serve_forever()
