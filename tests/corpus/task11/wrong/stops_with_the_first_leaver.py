# verdict: failed by outlives_leavers
# also: answers, crowd, blocks_when_idle, never_blocks_the_loop
# why: Stops the loop when a client leaves.
import asyncio


async def handle(reader, writer):
    try:
        while data := await reader.read(1024):
            writer.write(data)
            await writer.drain()
    except OSError:
        pass
    writer.close()
    asyncio.get_running_loop().stop()


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 8972)
    async with server:
        await server.serve_forever()


asyncio.run(main())
