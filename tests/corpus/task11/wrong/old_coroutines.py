# verdict: failed by answers
# also: uses_asyncio, crowd, outlives_leavers, blocks_when_idle, never_blocks_the_loop
# why: asyncio.coroutine and yield from: only an old Python can run it.
import asyncio


@asyncio.coroutine
def handle(reader, writer):
    data = yield from reader.read(100)
    writer.write(data)
    yield from writer.drain()
    writer.close()


loop = asyncio.get_event_loop()
coro = asyncio.start_server(handle, '127.0.0.1', 8888, loop=loop)
server = loop.run_until_complete(coro)
loop.run_forever()
