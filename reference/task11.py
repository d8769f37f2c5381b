"""An echo server on asyncio: one coroutine for each client, and only await waits.

drain() holds a coroutine until its client has taken enough of what was written, so a client that
never reads costs little memory and nobody else's time. Bytes are never decoded, so no cut can hurt
a character.
"""

import asyncio

HOST, PORT = "127.0.0.1", 8011


async def serve(reader, writer):
    try:
        while data := await reader.read(4096):
            writer.write(data)
            await writer.drain()
    except ConnectionError:
        pass  # it has gone without a word
    finally:
        writer.close()


async def main():
    server = await asyncio.start_server(serve, HOST, PORT)
    async with server:
        await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
