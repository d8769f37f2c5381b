# verdict: failed by handed_over
# why: The two give each other the turn by events, and no item.
import asyncio


async def producer(ready, taken):
    for i in range(4):
        print("produce", i)
        ready.set()
        await taken.wait()
        taken.clear()


async def consumer(ready, taken):
    for i in range(4):
        await ready.wait()
        ready.clear()
        print("consume", i)
        taken.set()


async def main():
    ready, taken = asyncio.Event(), asyncio.Event()
    await asyncio.gather(producer(ready, taken), consumer(ready, taken))


asyncio.run(main())
