# verdict: passed
# why: Sixteen threads run one server's serve_forever: the listener is shared, the number is fixed.
from socketserver import StreamRequestHandler, TCPServer
from threading import Thread

NWORKERS = 16


class EchoHandler(StreamRequestHandler):
    timeout = 10

    def handle(self):
        print('Got connection from', self.client_address)
        try:
            while True:
                msg = self.request.recv(8192)
                if not msg:
                    break
                self.request.send(msg)
        except OSError as e:
            print('lost', e)


if __name__ == '__main__':
    TCPServer.allow_reuse_address = True
    serv = TCPServer(('127.0.0.1', 20000), EchoHandler)
    for n in range(NWORKERS):
        t = Thread(target=serv.serve_forever)
        t.daemon = True
        t.start()
    serv.serve_forever()
