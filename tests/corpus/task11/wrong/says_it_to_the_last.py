# verdict: failed by answers
# also: crowd, outlives_leavers, blocks_when_idle, never_blocks_the_loop
# why: A global writer: the answers go to whoever came last.
import asyncio

current = None


async def handle(reader, writer):
    global current
    current = writer
    try:
        while data := await reader.read(1024):
            current.write(data)
            await current.drain()
    except OSError:
        pass
    writer.close()


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 8968)
    async with server:
        await server.serve_forever()


asyncio.run(main())
