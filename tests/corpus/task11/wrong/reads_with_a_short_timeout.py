# verdict: failed by blocks_when_idle
# why: wait_for(…, 0.02) again and again instead of waiting.
import asyncio


async def handle(reader, writer):
    try:
        while True:
            try:
                data = await asyncio.wait_for(reader.read(1024), 0.02)
            except asyncio.TimeoutError:
                continue
            if not data:
                break
            writer.write(data)
            await writer.drain()
    except OSError:
        pass
    writer.close()


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 8978)
    async with server:
        await server.serve_forever()


asyncio.run(main())
