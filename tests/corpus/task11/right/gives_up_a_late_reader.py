# verdict: passed without never_stuck
# why: Aborts a client as soon as its answers do not fit: a late reader loses them.
import asyncio


class Impatient(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport
        transport.set_write_buffer_limits(high=0)

    def data_received(self, data):
        self.transport.write(data)

    def pause_writing(self):
        self.transport.abort()


async def main():
    server = await asyncio.get_running_loop().create_server(Impatient, "127.0.0.1", 8905)
    await server.serve_forever()


asyncio.run(main())
