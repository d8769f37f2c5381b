# verdict: failed by three_items
# why: Two items only.
import asyncio


async def producer(q):
    for i in (1, 2):
        print("produce", i)
        await q.put(i)
    await q.put(None)


async def consumer(q):
    while (i := await q.get()) is not None:
        print("consume", i)


async def main():
    q = asyncio.Queue()
    await asyncio.gather(producer(q), consumer(q))


asyncio.run(main())
