# verdict: passed
# why: wait_for around read: whoever is silent for 30 s is ended.
import asyncio

IDLE = 30


async def serve(reader, writer):
    try:
        while True:
            data = await asyncio.wait_for(reader.read(4096), IDLE)
            if not data:
                break
            writer.write(data)
            await writer.drain()
    except (asyncio.TimeoutError, ConnectionError):
        pass
    writer.close()
    try:
        await writer.wait_closed()
    except ConnectionError:
        pass


async def main():
    async with await asyncio.start_server(serve, "127.0.0.1", 8894) as server:
        await server.serve_forever()


asyncio.run(main())
