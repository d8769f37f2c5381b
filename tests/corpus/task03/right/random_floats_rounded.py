# verdict: passed
# why: Random floats that both sides print with two places.
import asyncio
import random


async def produce(q):
    for _ in range(4):
        value = random.random() * 100
        print("P %.2f" % value)
        await q.put(value)
    await q.put(None)


async def consume(q):
    value = await q.get()
    while value is not None:
        print("C %.2f" % value)
        value = await q.get()


async def main():
    q = asyncio.Queue()
    await asyncio.gather(consume(q), produce(q))


asyncio.run(main())
