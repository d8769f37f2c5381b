# verdict: passed
# why: Two tasks for each client with a bounded asyncio.Queue between them.
import asyncio


async def writing(queue, writer):
    while (piece := await queue.get()) is not None:
        writer.write(piece)
        await writer.drain()


async def handle(reader, writer):
    queue = asyncio.Queue(maxsize=4)
    sender = asyncio.create_task(writing(queue, writer))
    try:
        while data := await reader.read(1000):
            put = asyncio.ensure_future(queue.put(data))
            await asyncio.wait({put, sender}, return_when=asyncio.FIRST_COMPLETED)
            if sender.done():
                put.cancel()
                break
        if not sender.done():
            await asyncio.wait({asyncio.ensure_future(queue.put(None)), sender},
                               return_when=asyncio.ALL_COMPLETED)
        sender.exception()
    except ConnectionError:
        sender.cancel()
    finally:
        writer.close()


async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 8895)
    await server.serve_forever()


asyncio.run(main())
