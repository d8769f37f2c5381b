# verdict: passed without stream
# why: Replaces what it cannot decode, so a character cut in half comes back as question marks.
import asyncio


class Handler(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport

    def data_received(self, data):
        text = data.decode(errors="replace").strip()
        self.transport.write((text.upper() + "\r\n").encode())


async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Handler, "127.0.0.1", 8904)
    await server.serve_forever()


asyncio.run(main())
