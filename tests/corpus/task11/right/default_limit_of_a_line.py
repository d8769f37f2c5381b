# verdict: passed without stream
# why: A line limit of 1 KiB ends the client with a longer line.
import asyncio


async def handle(reader, writer):
    try:
        while line := await reader.readline():
            writer.write(line)
            await writer.drain()
    except (ValueError, ConnectionError):
        pass
    finally:
        writer.close()


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 8902, limit=1024)
    await server.serve_forever()


asyncio.run(main())
