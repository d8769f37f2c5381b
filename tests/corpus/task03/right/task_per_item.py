# verdict: passed
# why: The dispatcher starts a task of its own for each item it takes.
import asyncio


async def handle(item):
    await asyncio.sleep(1)
    print("handled", item)


async def producer(q):
    for i in range(5):
        print("created", i)
        await q.put(i)
        await asyncio.sleep(0.2)
    await q.put(None)


async def dispatcher(q):
    tasks = []
    while (item := await q.get()) is not None:
        tasks.append(asyncio.create_task(handle(item)))
    await asyncio.gather(*tasks)


async def main():
    q = asyncio.Queue()
    await asyncio.gather(producer(q), dispatcher(q))


asyncio.run(main())
