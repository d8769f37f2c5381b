# verdict: failed by clean_end
# also: once_in_order, three_items
# why: The producer divides by zero at the third item, and the program dies of it.
import asyncio


async def producer(q):
    for i in range(5):
        item = 12 // (2 - i)
        print("produce", item)
        await q.put(item)


async def consumer(q):
    while True:
        print("consume", await q.get())


async def main():
    q = asyncio.Queue()
    task = asyncio.create_task(consumer(q))
    await producer(q)
    await q.join()
    task.cancel()


asyncio.run(main())
