# verdict: failed by handed_over
# also: clean_end
# why: consumer(q) is called like a function; its body never runs.
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
    await producer(q)
    consumer(q)


asyncio.run(main())
