# verdict: failed by one_selector
# why: asyncio has a selector inside, but the task asks for a server with selectors.
import asyncio


async def handle(reader, writer):
    try:
        while data := await reader.read(1024):
            writer.write(data)
            await writer.drain()
    except ConnectionError:
        pass
    writer.close()


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 8006)
    await server.serve_forever()


asyncio.run(main())
