# verdict: failed by outlives_leavers
# why: Ends the server after ten clients that came without a word.
import asyncio

visits = 0


async def handle(reader, writer):
    global visits
    try:
        first = await reader.readline()
        if not first:
            visits += 1
            if visits == 10:
                print("somebody plays with us")
                asyncio.get_running_loop().stop()
        while first:
            writer.write(first)
            await writer.drain()
            first = await reader.readline()
    except (OSError, ValueError):
        pass
    writer.close()


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 8974)
    async with server:
        await server.serve_forever()


asyncio.run(main())
