# verdict: failed by both_print
# why: Both sides print the same line.
import asyncio


async def producer(q):
    for i in range(5):
        print(f"item {i}")
        await q.put(i)
    await q.put(None)


async def consumer(q):
    while (i := await q.get()) is not None:
        print(f"item {i}")


async def main():
    q = asyncio.Queue()
    await asyncio.gather(producer(q), consumer(q))


asyncio.run(main())
