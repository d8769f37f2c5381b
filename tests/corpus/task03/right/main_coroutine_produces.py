# verdict: passed
# why: main itself is the producer.
import asyncio


async def consumer(queue):
    while True:
        item = await queue.get()
        print(f"  <- {item}")
        queue.task_done()


async def main():
    queue = asyncio.Queue()
    task = asyncio.ensure_future(consumer(queue))
    for item in range(5):
        print(f"-> {item}")
        await queue.put(item)
    await queue.join()
    task.cancel()


asyncio.run(main())
