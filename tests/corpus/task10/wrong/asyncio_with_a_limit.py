# verdict: failed by uses_socketserver
# why: asyncio instead of socketserver.
import asyncio

places = asyncio.Semaphore(50)


async def handle(reader, writer):
    if places.locked():
        writer.close()
        return
    async with places:
        try:
            while data := await asyncio.wait_for(reader.read(1024), 10):
                writer.write(data)
                await writer.drain()
        except (OSError, asyncio.TimeoutError):
            pass
        writer.close()


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 9102)
    await server.serve_forever()


asyncio.run(main())
