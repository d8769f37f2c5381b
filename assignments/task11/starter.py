"""第 11 题 / Task 11: 用 asyncio 写服务器 / a socket server with asyncio.

运行 / run:  python task11.py      试一试 / try:  nc 127.0.0.1 8011
"""

import asyncio


async def serve(reader, writer):
    data = await reader.read(1024)
    # TODO: 循环: 写回去, drain, 直到 b"" / loop: write it back, drain, until b""
    writer.close()


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 8011)
    async with server:
        await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
