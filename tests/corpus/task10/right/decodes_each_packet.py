# verdict: passed without stream, silent_cannot_hold
# why: Decodes what recv brings; half a character is an error, and ends that client.
import socketserver
import threading

sem = threading.Semaphore(30)


class Handler(socketserver.BaseRequestHandler):
    def handle(self):
        while True:
            data = self.request.recv(1024)
            if not data:
                return
            text = data.decode('utf-8')
            self.request.sendall(('收到: ' + text).encode('utf-8'))


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True

    def process_request(self, request, client_address):
        with sem:
            pass
        sem.acquire()
        super().process_request(request, client_address)

    def process_request_thread(self, request, client_address):
        try:
            super().process_request_thread(request, client_address)
        finally:
            sem.release()


Server(('127.0.0.1', 9025), Handler).serve_forever()
