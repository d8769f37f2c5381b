"""An echo server on socketserver that a flood cannot take down.

Every connection needs a place: there are PLACES of them, and no address may have more than SHARE. A
connection without a place is closed at once, so that nothing grows with the flood, and a place is
given back when its client has left, or has been silent for IDLE seconds.
"""

import socketserver
import threading
from collections import Counter

ADDRESS = ("127.0.0.1", 8010)
PLACES, SHARE = 64, 16
IDLE = 10


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    request_queue_size = 128

    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.lock = threading.Lock()
        self.taken = Counter()

    def verify_request(self, request, client_address):
        """Is there a place for this client? If so, it has it now."""
        with self.lock:
            if self.taken.total() >= PLACES or self.taken[client_address[0]] >= SHARE:
                return False
            self.taken[client_address[0]] += 1
            return True

    def process_request_thread(self, request, client_address):
        try:
            super().process_request_thread(request, client_address)
        finally:
            self.give_back(client_address)

    def give_back(self, client_address):
        with self.lock:
            self.taken[client_address[0]] -= 1
            if not self.taken[client_address[0]]:
                del self.taken[client_address[0]]


class Echo(socketserver.StreamRequestHandler):
    timeout = IDLE

    def handle(self):
        try:
            while data := self.request.recv(4096):
                self.request.sendall(data)
        except (TimeoutError, ConnectionError):
            pass  # silent for too long, or gone: either way its place is free again


if __name__ == "__main__":
    with Server(ADDRESS, Echo) as server:
        server.serve_forever()
