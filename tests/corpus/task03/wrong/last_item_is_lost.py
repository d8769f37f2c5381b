# verdict: failed by once_in_order
# why: The consumer goes round once too few.
import asyncio


async def producer(q):
    for i in range(5):
        print("produce", i)
        await q.put(i)


async def consumer(q):
    for _ in range(4):
        print("consume", await q.get())


async def main():
    q = asyncio.Queue()
    await asyncio.gather(producer(q), consumer(q))


asyncio.run(main())
