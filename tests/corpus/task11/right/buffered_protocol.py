# verdict: passed
# why: BufferedProtocol with a buffer of its own.
import asyncio


class Echo(asyncio.BufferedProtocol):
    def connection_made(self, transport):
        self.transport = transport
        self.memory = bytearray(4096)

    def get_buffer(self, sizehint):
        return self.memory

    def buffer_updated(self, count):
        self.transport.write(bytes(self.memory[:count]))

    def pause_writing(self):
        self.transport.pause_reading()

    def resume_writing(self):
        self.transport.resume_reading()


async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Echo, "127.0.0.1", 8897)
    await server.serve_forever()


asyncio.run(main())
