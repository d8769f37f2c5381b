# verdict: failed by never_blocks_the_loop
# also: crowd
# why: A log that waits on a threading.Event with a time-out, on the loop itself.
import asyncio
import threading

flushed = threading.Event()


async def handle(reader, writer):
    try:
        while data := await reader.read(1024):
            writer.write(data)
            await writer.drain()
            flushed.wait(0.2)
    except OSError:
        pass
    writer.close()


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 8980)
    async with server:
        await server.serve_forever()


asyncio.run(main())
