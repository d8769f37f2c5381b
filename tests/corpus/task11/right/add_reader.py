# verdict: passed
# why: Callbacks: add_reader and add_writer on the loop.
import asyncio
import socket


class Client:
    def __init__(self, loop, sock):
        self.loop, self.sock, self.out = loop, sock, b""
        sock.setblocking(False)
        loop.add_reader(sock, self.readable)

    def readable(self):
        try:
            self.out = self.sock.recv(2048)
        except ConnectionError:
            self.out = b""
        self.loop.remove_reader(self.sock)
        if self.out:
            self.loop.add_writer(self.sock, self.writable)
        else:
            self.sock.close()

    def writable(self):
        try:
            self.out = self.out[self.sock.send(self.out):]
        except ConnectionError:
            self.loop.remove_writer(self.sock)
            self.sock.close()
            return
        if not self.out:
            self.loop.remove_writer(self.sock)
            self.loop.add_reader(self.sock, self.readable)


async def main():
    loop = asyncio.get_running_loop()
    listener = socket.create_server(("127.0.0.1", 8892))
    listener.setblocking(False)
    loop.add_reader(listener, lambda: Client(loop, listener.accept()[0]))
    await asyncio.Event().wait()


asyncio.run(main())
