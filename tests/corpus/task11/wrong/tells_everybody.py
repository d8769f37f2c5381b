# verdict: failed by crowd
# also: answers, outlives_leavers, blocks_when_idle, never_blocks_the_loop
# why: A chat room: each line goes to all.
import asyncio

everybody = []


async def handle(reader, writer):
    everybody.append(writer)
    try:
        while data := await reader.read(1024):
            for one in list(everybody):
                one.write(data)
    except OSError:
        pass
    everybody.remove(writer)
    writer.close()


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 8969)
    async with server:
        await server.serve_forever()


asyncio.run(main())
