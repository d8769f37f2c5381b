# verdict: failed by both_print
# why: The lines say that something was consumed, not what.
import asyncio


async def producer(q):
    for i in range(5):
        print("produced item", i)
        await q.put(i)
    await q.put(None)


async def consumer(q):
    while await q.get() is not None:
        print("consumed one item")


async def main():
    q = asyncio.Queue()
    await asyncio.gather(producer(q), consumer(q))


asyncio.run(main())
