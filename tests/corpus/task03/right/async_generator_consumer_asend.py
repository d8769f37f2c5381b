# verdict: passed
# why: An async generator is the consumer, fed with asend.
import asyncio


async def consumer():
    while True:
        item = yield
        await asyncio.sleep(0.1)
        print("consumed:", item)


async def producer(sink):
    await sink.asend(None)
    for item in (3.5, 1.25, 9.0, 2.75):
        print("produced:", item)
        await sink.asend(item)
    await sink.aclose()


asyncio.run(producer(consumer()))
