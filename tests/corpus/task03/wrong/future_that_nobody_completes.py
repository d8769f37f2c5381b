# verdict: failed by clean_end
# why: The consumer waits at last for a future that nobody ever completes.
import asyncio


async def producer(q):
    for i in range(4):
        print("produce", i)
        await q.put(i)


async def consumer(q, end):
    for _ in range(4):
        print("consume", await q.get())
    await end


async def main():
    q = asyncio.Queue()
    end = asyncio.get_running_loop().create_future()
    await asyncio.gather(producer(q), consumer(q, end))


asyncio.run(main())
