# verdict: failed by never_blocks_the_loop
# why: time.sleep in a coroutine: nobody else is served meanwhile.
import asyncio
import time


async def handle(reader, writer):
    try:
        while data := await reader.read(1024):
            time.sleep(0.1)
            writer.write(data)
            await writer.drain()
    except OSError:
        pass
    writer.close()


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 8960)
    async with server:
        await server.serve_forever()


asyncio.run(main())
