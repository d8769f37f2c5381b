# verdict: passed
# why: The consumer waits for a batch and prints one line for each item in it.
import asyncio


async def producer(q):
    for i in range(9):
        print("new", i)
        await q.put(i)
        await asyncio.sleep(0.05)
    await q.put(None)


async def consumer(q):
    batch = []
    while True:
        item = await q.get()
        if item is not None:
            batch.append(item)
        if len(batch) == 3:
            for one in batch:
                print("old", one)
            batch = []
        if item is None:
            return


async def main():
    q = asyncio.Queue()
    await asyncio.gather(producer(q), consumer(q))


asyncio.run(main())
