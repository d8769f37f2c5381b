# verdict: failed by once_in_order
# why: The consumer is cancelled as soon as the producer has finished, with items still in the queue.
import asyncio


async def producer(q):
    for i in range(5):
        await q.put(i)
        print("produce", i)


async def consumer(q):
    while True:
        item = await q.get()
        await asyncio.sleep(0.5)
        print("consume", item)


async def main():
    q = asyncio.Queue()
    task = asyncio.create_task(consumer(q))
    await producer(q)
    await asyncio.sleep(1)
    task.cancel()


asyncio.run(main())
