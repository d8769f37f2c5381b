# verdict: failed by answers
# also: crowd, outlives_leavers, blocks_when_idle, never_blocks_the_loop
# why: Reads and prints, and does not answer.
import asyncio


async def handle(reader, writer):
    try:
        while data := await reader.read(1024):
            print(data)
    except OSError:
        pass
    writer.close()


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 8962)
    async with server:
        await server.serve_forever()


asyncio.run(main())
