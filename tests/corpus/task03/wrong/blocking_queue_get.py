# verdict: failed by clean_end
# why: queue.Queue.get blocks the whole loop, so that the producer never runs.
import asyncio
import queue


async def consumer(q):
    for _ in range(3):
        item = q.get()
        print("consume", item)


async def producer(q):
    for i in range(3):
        print("produce", i)
        q.put(i)
        await asyncio.sleep(0.1)


async def main():
    q = queue.Queue()
    await asyncio.gather(consumer(q), producer(q))


asyncio.run(main())
