# verdict: failed by clean_end
# why: Nobody calls task_done, so join waits for ever.
import asyncio


async def producer(q):
    for i in range(4):
        print("produce", i)
        await q.put(i)
    await q.join()


async def consumer(q):
    while True:
        print("consume", await q.get())


async def main():
    q = asyncio.Queue()
    task = asyncio.create_task(consumer(q))
    await producer(q)
    task.cancel()


asyncio.run(main())
