# verdict: failed by clean_end
# why: The second consumer never gets an end mark.
import asyncio


async def producer(q):
    for i in range(6):
        print("produce", i)
        await q.put(i)
    await q.put(None)


async def consumer(q, name):
    while (item := await q.get()) is not None:
        print(name, "consumes", item)


async def main():
    q = asyncio.Queue()
    await asyncio.gather(producer(q), consumer(q, "A"), consumer(q, "B"))


asyncio.run(main())
