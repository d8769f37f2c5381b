# verdict: failed by uses_asyncio
# why: A coroutine that only starts a socketserver.
import asyncio
import socketserver


class Echo(socketserver.BaseRequestHandler):
    def handle(self):
        try:
            while data := self.request.recv(1024):
                self.request.sendall(data)
        except OSError:
            pass


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True


async def main():
    Server(("127.0.0.1", 8954), Echo).serve_forever()


asyncio.run(main())
