# verdict: passed
# why: Streams, chunk by chunk, drain after each write.
import asyncio


async def handle_client(reader, writer):
    addr = writer.get_extra_info('peername')
    print(f'{addr} connected')
    try:
        while True:
            data = await reader.read(1024)
            if not data:
                break
            writer.write(data)
            await writer.drain()
    except ConnectionResetError:
        print(f'{addr} reset')
    finally:
        print(f'{addr} closed')
        writer.close()


async def main():
    server = await asyncio.start_server(handle_client, '127.0.0.1', 8888)
    addrs = ', '.join(str(sock.getsockname()) for sock in server.sockets)
    print(f'Serving on {addrs}')
    async with server:
        await server.serve_forever()


asyncio.run(main())
