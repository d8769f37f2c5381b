# verdict: failed by both_print
# why: The consumer takes in silence.
import asyncio


async def producer(q):
    for i in range(5):
        print("produce", i)
        await q.put(i)
    await q.put(None)


async def consumer(q):
    while await q.get() is not None:
        await asyncio.sleep(0.1)


async def main():
    q = asyncio.Queue()
    await asyncio.gather(producer(q), consumer(q))


asyncio.run(main())
