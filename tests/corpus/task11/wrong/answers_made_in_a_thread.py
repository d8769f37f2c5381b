# verdict: failed by uses_asyncio
# why: to_thread for each line: that is a second thread.
import asyncio


def think(line):
    return line.upper()


async def handle(reader, writer):
    try:
        while data := await reader.read(1024):
            writer.write(await asyncio.to_thread(think, data))
            await writer.drain()
    except ConnectionError:
        pass
    writer.close()


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 8953)
    await server.serve_forever()


asyncio.run(main())
