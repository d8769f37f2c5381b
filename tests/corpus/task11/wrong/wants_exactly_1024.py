# verdict: failed by answers
# also: crowd, outlives_leavers, blocks_when_idle, never_blocks_the_loop
# why: readexactly(1024) waits for bytes that do not come.
import asyncio


async def handle(reader, writer):
    try:
        while True:
            writer.write(await reader.readexactly(1024))
            await writer.drain()
    except (OSError, asyncio.IncompleteReadError):
        pass
    writer.close()


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 8965)
    async with server:
        await server.serve_forever()


asyncio.run(main())
