# verdict: failed by clean_end
# why: One put is called and not awaited: that item never goes in, and nobody prints it.
import asyncio


async def producer(q):
    for i in range(4):
        print("produce", i)
        await q.put(i)
    q.put(4)
    await q.put(None)


async def consumer(q):
    while (i := await q.get()) is not None:
        print("consume", i)


async def main():
    q = asyncio.Queue()
    await asyncio.gather(producer(q), consumer(q))


asyncio.run(main())
