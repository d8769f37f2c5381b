# verdict: failed by once_in_order
# why: The consumer stops when the queue is empty, which it also is between two items.
import asyncio


async def producer(q):
    for i in range(5):
        print("produce", i)
        await q.put(i)
        await asyncio.sleep(0.2)


async def consumer(q):
    await asyncio.sleep(0.1)
    while not q.empty():
        print("consume", await q.get())
        await asyncio.sleep(0.1)


async def main():
    q = asyncio.Queue()
    await asyncio.gather(producer(q), consumer(q))


asyncio.run(main())
