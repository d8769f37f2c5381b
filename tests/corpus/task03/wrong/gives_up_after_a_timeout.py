# verdict: failed by once_in_order
# why: The consumer takes two seconds of silence for the end, and the producer may be slower.
import asyncio
import random


async def producer(q):
    for i in range(6):
        await asyncio.sleep(random.uniform(0.5, 3))
        print("produce", i)
        await q.put(i)


async def consumer(q):
    while True:
        try:
            item = await asyncio.wait_for(q.get(), timeout=2)
        except asyncio.TimeoutError:
            break
        print("consume", item)


async def main():
    q = asyncio.Queue()
    await asyncio.gather(producer(q), consumer(q))


asyncio.run(main())
