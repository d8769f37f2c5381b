# verdict: failed by once_in_order
# why: A PriorityQueue gives the smallest first, not the one that was made first.
import asyncio


async def producer(q):
    for price in (30, 10, 20):
        print("produce", price)
        await q.put(price)


async def consumer(q):
    for _ in range(3):
        print("consume", await q.get())


async def main():
    q = asyncio.PriorityQueue()
    await producer(q)
    await consumer(q)


asyncio.run(main())
