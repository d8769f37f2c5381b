# verdict: failed by handed_over
# why: Both sides go through a list of their own with the same words.
import asyncio


async def producer():
    for item in ["apple", "banana", "cherry"]:
        print("produced", item)
        await asyncio.sleep(0.1)


async def consumer():
    for item in ["apple", "banana", "cherry"]:
        await asyncio.sleep(0.15)
        print("consumed", item)


async def main():
    await asyncio.gather(producer(), consumer())


asyncio.run(main())
