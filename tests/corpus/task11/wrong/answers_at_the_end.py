# verdict: failed by answers
# also: crowd, outlives_leavers, blocks_when_idle, never_blocks_the_loop
# why: read() without a number waits until the client has left.
import asyncio


async def handle(reader, writer):
    try:
        writer.write(await reader.read())
        await writer.drain()
    except OSError:
        pass
    writer.close()


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 8963)
    async with server:
        await server.serve_forever()


asyncio.run(main())
