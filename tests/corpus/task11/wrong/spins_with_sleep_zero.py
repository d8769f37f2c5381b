# verdict: failed by blocks_when_idle
# also: answers, crowd, outlives_leavers, never_blocks_the_loop
# why: A second task that goes round with sleep(0).
import asyncio

running = True


async def handle(reader, writer):
    try:
        while data := await reader.read(1024):
            writer.write(data)
            await writer.drain()
    except OSError:
        pass
    writer.close()


async def main():
    await asyncio.start_server(handle, "127.0.0.1", 8976)
    while running:
        await asyncio.sleep(0)


asyncio.run(main())
