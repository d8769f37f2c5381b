# verdict: failed by answers
# also: crowd, outlives_leavers, blocks_when_idle, never_blocks_the_loop
# why: Gives the letters back in another order.
import asyncio


async def handle(reader, writer):
    try:
        while line := await reader.readline():
            writer.write(bytes(sorted(line)))
            await writer.drain()
    except (OSError, ValueError):
        pass
    writer.close()


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 8964)
    async with server:
        await server.serve_forever()


asyncio.run(main())
