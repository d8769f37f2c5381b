# verdict: failed by once_in_order
# why: The consumer is given three seconds, which is enough only as long as nothing is slow.
import asyncio


async def producer(q):
    for i in range(5):
        await asyncio.sleep(0.5)
        print("produce", i)
        await q.put(i)


async def consumer(q):
    while True:
        print("consume", await q.get())


async def main():
    q = asyncio.Queue()
    made = asyncio.create_task(producer(q))
    used = asyncio.create_task(consumer(q))
    await asyncio.sleep(2.7)
    made.cancel()
    used.cancel()


asyncio.run(main())
