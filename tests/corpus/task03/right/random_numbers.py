# verdict: passed
# why: Random items, with repetitions among them.
import asyncio
import random


async def producer(queue, n):
    for _ in range(n):
        item = random.randint(1, 4)
        print(f"producing {item}/{n}")
        await asyncio.sleep(random.random())
        await queue.put(item)
    await queue.put(None)


async def consumer(queue):
    while True:
        item = await queue.get()
        if item is None:
            break
        print(f"consuming item {item}...")
        await asyncio.sleep(random.random())


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
queue = asyncio.Queue()
loop.run_until_complete(asyncio.gather(producer(queue, 10), consumer(queue)))
loop.close()
