# verdict: failed by clean_end
# why: gather waits for a consumer that waits for ever.
import asyncio


async def producer(q):
    for i in range(4):
        print("produce", i)
        await q.put(i)


async def consumer(q):
    while True:
        print("consume", await q.get())


async def main():
    q = asyncio.Queue()
    await asyncio.gather(producer(q), consumer(q))


asyncio.run(main())
