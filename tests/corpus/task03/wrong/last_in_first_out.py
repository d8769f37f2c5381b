# verdict: failed by once_in_order
# why: A LifoQueue turns the order round.
import asyncio


async def producer(q):
    for i in range(5):
        print("produce", i)
        await q.put(i)


async def consumer(q):
    while not q.empty():
        print("consume", await q.get())


async def main():
    q = asyncio.LifoQueue()
    await producer(q)
    await consumer(q)


asyncio.run(main())
