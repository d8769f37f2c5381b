# verdict: failed by crowd
# also: never_blocks_the_loop, outlives_leavers
# why: Two seconds of time.sleep for each line: a hundred clients wait for minutes.
import asyncio
import time


async def handle(reader, writer):
    try:
        while data := await reader.read(1024):
            time.sleep(2)
            writer.write(data)
            await writer.drain()
    except OSError:
        pass
    writer.close()


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 8961)
    async with server:
        await server.serve_forever()


asyncio.run(main())
