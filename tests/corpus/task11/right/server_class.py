# verdict: passed
# why: A class with state, a set of clients, and readuntil with its exceptions.
import asyncio


class Server:
    def __init__(self, host, port):
        self.host, self.port = host, port
        self.clients = set()

    async def on_client(self, reader, writer):
        self.clients.add(writer)
        try:
            while True:
                line = await reader.readuntil(b"\n")
                writer.write(b"[%d here] " % len(self.clients) + line)
                await writer.drain()
        except (asyncio.IncompleteReadError, asyncio.LimitOverrunError, ConnectionError):
            pass
        finally:
            self.clients.discard(writer)
            writer.close()

    async def run(self):
        server = await asyncio.start_server(self.on_client, self.host, self.port, backlog=200)
        async with server:
            await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(Server("127.0.0.1", 8896).run())
