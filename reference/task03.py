"""A producer and a consumer, both coroutines, with an asyncio queue between them.

The queue has room for two: a producer that is faster waits in put(), a consumer that
is faster waits in get(). None is the end mark; it is told from items by identity, so
that an item 0 or "" is an item like any other.
"""

import asyncio


async def producer(queue: asyncio.Queue[int | None], count: int) -> None:
    for item in range(count):
        print(f"produce {item}")
        await queue.put(item)
    await queue.put(None)


async def consumer(queue: asyncio.Queue[int | None]) -> None:
    while (item := await queue.get()) is not None:
        print(f"consume {item}")


async def main() -> None:
    queue: asyncio.Queue[int | None] = asyncio.Queue(maxsize=2)
    await asyncio.gather(producer(queue, 5), consumer(queue))


if __name__ == "__main__":
    asyncio.run(main())
