# verdict: failed by answers
# why: Answers, and then every handler ends with an exception of its own.
import socketserver
import threading

sem = threading.Semaphore(30)


class Handler(socketserver.BaseRequestHandler):
    def handle(self):
        self.request.settimeout(10)
        while True:
            data = self.request.recv(1024)
            if not data:
                break
            self.request.sendall(data)
        self.log.info("client has left")


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True

    def process_request(self, request, client_address):
        sem.acquire()
        super().process_request(request, client_address)

    def process_request_thread(self, request, client_address):
        try:
            super().process_request_thread(request, client_address)
        finally:
            sem.release()


Server(("127.0.0.1", 9127), Handler).serve_forever()
