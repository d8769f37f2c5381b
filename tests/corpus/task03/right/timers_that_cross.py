# verdict: passed
# why: Sleeps of both sides that end at the same moments.
import asyncio


async def producer(q):
    for i in range(5):
        await q.put(i)
        print("P", i)
        await asyncio.sleep(1)
    await q.put(None)


async def consumer(q):
    while True:
        await asyncio.sleep(0.5)
        i = await q.get()
        if i is None:
            return
        print("C", i)
        await asyncio.sleep(0.5)


async def main():
    q = asyncio.Queue(1)
    await asyncio.gather(consumer(q), producer(q))


asyncio.run(main())
