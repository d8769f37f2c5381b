# verdict: passed without silent_cannot_hold
# why: The cookbook's workers on one listener, and the handler lets errors go to handle_error.
from socketserver import BaseRequestHandler, TCPServer


class EchoHandler(BaseRequestHandler):
    def handle(self):
        print('Got connection from', self.client_address)
        while True:
            msg = self.request.recv(8192)
            if not msg:
                break
            self.request.send(msg)


if __name__ == '__main__':
    from threading import Thread
    NWORKERS = 16
    TCPServer.allow_reuse_address = True
    serv = TCPServer(('127.0.0.1', 20001), EchoHandler)
    for n in range(NWORKERS):
        t = Thread(target=serv.serve_forever)
        t.daemon = True
        t.start()
    serv.serve_forever()
