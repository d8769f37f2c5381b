# verdict: passed
# why: maxsize 1: the producer waits for room; put before print.
import asyncio

DONE = object()


async def producer(queue: asyncio.Queue) -> None:
    for number in range(1, 6):
        await queue.put(number * number)
        print("put", number * number, flush=True)
    await queue.put(DONE)


async def consumer(queue: asyncio.Queue) -> None:
    while (item := await queue.get()) is not DONE:
        print("got", item, flush=True)


async def main() -> None:
    queue: asyncio.Queue = asyncio.Queue(maxsize=1)
    task = asyncio.create_task(consumer(queue))
    await producer(queue)
    await task


asyncio.run(main())
