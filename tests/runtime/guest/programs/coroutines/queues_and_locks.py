"""asyncio's Queue, Lock, Semaphore, Event, Condition, TaskGroup."""
import asyncio


async def produce(items):
    for number in range(4):
        await items.put(number)
    await items.put(None)


async def consume(items):
    while (item := await items.get()) is not None:
        print("got", item)


async def worker(semaphore, number, inside):
    async with semaphore:
        inside.append(number)
        await asyncio.sleep(0.01)
        print(number, len(inside) <= 2)
        inside.remove(number)


async def main():
    items = asyncio.Queue(2)
    await asyncio.gather(produce(items), consume(items))
    semaphore, inside = asyncio.Semaphore(2), []
    async with asyncio.TaskGroup() as group:
        for number in range(4):
            group.create_task(worker(semaphore, number, inside))
    lock = asyncio.Lock()
    async with lock:
        print(lock.locked())
    condition = asyncio.Condition()

    async def wake():
        async with condition:
            condition.notify_all()

    async with condition:
        task = asyncio.create_task(wake())
        print(await condition.wait())
    await task


asyncio.run(main())
