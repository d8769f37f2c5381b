# verdict: passed
# why: TaskGroup, two producers, two consumers, an end mark for each consumer.
import asyncio


async def producer(name, queue):
    for i in range(4):
        item = f"{name}{i}"
        await asyncio.sleep(0.3)
        print(f"[{name}] makes {item}")
        await queue.put(item)


async def consumer(name, queue):
    while True:
        item = await queue.get()
        if item == "END":
            return
        print(f"[{name}] takes {item}")
        await asyncio.sleep(0.5)


async def main():
    queue = asyncio.Queue(2)
    async with asyncio.TaskGroup() as group:
        group.create_task(consumer("c1", queue))
        group.create_task(consumer("c2", queue))
        async with asyncio.TaskGroup() as producers:
            producers.create_task(producer("x", queue))
            producers.create_task(producer("y", queue))
        await queue.put("END")
        await queue.put("END")


asyncio.run(main())
