# verdict: failed by both_print
# why: The consumer takes words and prints how many it has had.
import asyncio


async def producer(q):
    for word in ["alpha", "beta", "gamma"]:
        print("produce", word)
        await q.put(word)
    await q.put(None)


async def consumer(q):
    count = 0
    while await q.get() is not None:
        count += 1
        print("consume number", count)


async def main():
    q = asyncio.Queue()
    await asyncio.gather(producer(q), consumer(q))


asyncio.run(main())
