# verdict: failed by handed_over
# why: Two coroutines that each count by themselves; nothing passes between them.
import asyncio


async def producer():
    for i in range(5):
        print("produce", i)
        await asyncio.sleep(1)


async def consumer():
    for i in range(5):
        await asyncio.sleep(1)
        print("consume", i)


async def main():
    await asyncio.gather(producer(), consumer())


asyncio.run(main())
