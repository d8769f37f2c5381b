# verdict: failed by crowd
# also: answers, outlives_leavers, never_blocks_the_loop
# why: A lock around the whole conversation.
import asyncio

lock = asyncio.Lock()


async def handle(reader, writer):
    async with lock:
        try:
            while data := await reader.read(1024):
                writer.write(data)
                await writer.drain()
        except OSError:
            pass
        writer.close()


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 8970)
    async with server:
        await server.serve_forever()


asyncio.run(main())
