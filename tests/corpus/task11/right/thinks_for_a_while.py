# verdict: passed
# why: Each answer takes a while, but await asyncio.sleep lets the others go on.
import asyncio


async def handle(reader, writer):
    try:
        while data := await reader.read(8192):
            await asyncio.sleep(0.05)
            writer.write(data)
            await writer.drain()
    except OSError:
        pass
    finally:
        writer.close()


async def main():
    server = await asyncio.start_server(handle, '127.0.0.1', 8893)
    async with server:
        await asyncio.Future()


asyncio.run(main())
