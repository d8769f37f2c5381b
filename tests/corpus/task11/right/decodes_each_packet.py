# verdict: passed without stream
# why: Decodes each packet; half a character ends that client's handler.
import asyncio


async def handle(reader, writer):
    try:
        while True:
            data = await reader.read(1024)
            if not data:
                break
            text = data.decode("utf-8")
            writer.write(f"服务器收到：{text}".encode("utf-8"))
            await writer.drain()
    except (ConnectionError, UnicodeDecodeError):
        pass
    writer.close()


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 8901)
    async with server:
        await server.serve_forever()


asyncio.run(main())
