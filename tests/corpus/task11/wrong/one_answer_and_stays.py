# verdict: failed by answers
# also: crowd, outlives_leavers, blocks_when_idle, never_blocks_the_loop
# why: Answers once, then keeps the connection and says nothing.
import asyncio


async def handle(reader, writer):
    try:
        writer.write(await reader.readline())
        await writer.drain()
    except (OSError, ValueError):
        pass
    await asyncio.Event().wait()


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 8966)
    async with server:
        await server.serve_forever()


asyncio.run(main())
