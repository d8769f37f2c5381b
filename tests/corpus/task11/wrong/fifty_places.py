# verdict: failed by crowd
# why: The fifty-first client is turned away.
import asyncio

count = 0


async def handle(reader, writer):
    global count
    if count >= 50:
        writer.close()
        return
    count += 1
    try:
        while data := await reader.read(1024):
            writer.write(data)
            await writer.drain()
    except OSError:
        pass
    count -= 1
    writer.close()


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 8971)
    async with server:
        await server.serve_forever()


asyncio.run(main())
