# verdict: failed by clean_end
# why: The consumer dies of an exception after the last item, in a task that nobody awaits.
import asyncio


async def producer(q):
    for i in range(4):
        print("produce", i)
        await q.put(i)
    await q.put("end")
    await asyncio.sleep(1)


async def consumer(q):
    while True:
        item = await q.get()
        if item == "end":
            raise ValueError("no more")
        print("consume", item)


async def main():
    q = asyncio.Queue()
    task = asyncio.create_task(consumer(q))
    await producer(q)
    print("done", task is not None)


asyncio.run(main())
