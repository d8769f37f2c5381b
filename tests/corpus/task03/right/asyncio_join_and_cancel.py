# verdict: passed
# why: The documentation's way: join, then cancel the consumers; random sleeps.
import asyncio
import random


async def worker(name, queue):
    while True:
        n = await queue.get()
        await asyncio.sleep(random.uniform(0.05, 1.0))
        print(f"{name} consumed item-{n:02d}")
        queue.task_done()


async def produce(queue):
    for n in range(12):
        print(f"produce item-{n:02d}")
        queue.put_nowait(n)
        if n % 4 == 3:
            await asyncio.sleep(random.random())


async def main():
    queue = asyncio.Queue()
    tasks = [asyncio.create_task(worker(f"worker-{i}", queue)) for i in range(3)]
    await produce(queue)
    await queue.join()
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


asyncio.run(main())
