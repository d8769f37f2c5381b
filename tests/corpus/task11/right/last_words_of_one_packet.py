# verdict: passed without stream
# why: Of several lines in one packet only the last whole one is answered.
import asyncio


async def handle(reader, writer):
    try:
        while data := await reader.read(65536):
            lines = data.split(b"\n")
            writer.write(lines[-1] or lines[-2])
            writer.write(b"\n")
            await writer.drain()
    except OSError:
        pass
    writer.close()


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 8907)
    async with server:
        await server.serve_forever()


asyncio.run(main())
