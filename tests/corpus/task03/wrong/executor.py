# verdict: failed by coroutines
# why: The producer makes its items in an executor: a thread.
import asyncio
import time


def make(i):
    time.sleep(0.1)
    return i


async def producer(q):
    loop = asyncio.get_running_loop()
    for i in range(4):
        item = await loop.run_in_executor(None, make, i)
        print("produce", item)
        await q.put(item)
    await q.put(None)


async def consumer(q):
    while (item := await q.get()) is not None:
        print("consume", item)


async def main():
    q = asyncio.Queue()
    await asyncio.gather(producer(q), consumer(q))


asyncio.run(main())
