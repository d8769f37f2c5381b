# verdict: failed by blocks_when_idle
# why: A heartbeat for each client that looks a hundred times a second.
import asyncio


async def handle(reader, writer):
    async def beat():
        while not writer.is_closing():
            await asyncio.sleep(0.01)

    task = asyncio.create_task(beat())
    try:
        while data := await reader.read(1024):
            writer.write(data)
            await writer.drain()
    except OSError:
        pass
    writer.close()
    await task


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 8977)
    async with server:
        await server.serve_forever()


asyncio.run(main())
