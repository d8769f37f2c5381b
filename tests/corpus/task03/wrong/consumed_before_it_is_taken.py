# verdict: failed by once_in_order
# why: The consumer counts along and prints each item before it takes it.
import asyncio


async def producer(q):
    for i in range(5):
        await asyncio.sleep(1)
        print("produce", i)
        await q.put(i)


async def consumer(q):
    for i in range(5):
        print("consume", i)
        await q.get()


async def main():
    q = asyncio.Queue()
    await asyncio.gather(producer(q), consumer(q))


asyncio.run(main())
