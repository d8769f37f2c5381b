# verdict: failed by answers
# also: crowd, outlives_leavers, blocks_when_idle
# why: Every handler ends with an exception that nobody catches.
import asyncio


async def handle(reader, writer):
    while True:
        line = await reader.readline()
        number = line[0]  # IndexError at the end
        writer.write(line)
        await writer.drain()
        if number == 4:
            break
    writer.close()


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 8967)
    async with server:
        await server.serve_forever()


asyncio.run(main())
