# verdict: failed by outlives_leavers
# also: answers, crowd, blocks_when_idle, never_blocks_the_loop
# why: Does not look for the end: read() returns nothing at once, for ever, and with it the loop stands still.
import asyncio


async def handle(reader, writer):
    try:
        while True:
            data = await reader.read(1024)
            writer.write(data)
    except OSError:
        pass
    writer.close()


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 8973)
    async with server:
        await server.serve_forever()


asyncio.run(main())
