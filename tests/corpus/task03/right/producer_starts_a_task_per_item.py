# verdict: passed
# why: The producer starts a task for each item, with the item as its argument.
import asyncio
async def consume(item):
    await asyncio.sleep(0.1)
    print("consumed", item)
async def producer():
    tasks = []
    for i in range(4):
        print("produced", i)
        tasks.append(asyncio.create_task(consume(i)))
        await asyncio.sleep(0.2)
    await asyncio.gather(*tasks)
asyncio.run(producer())
