# verdict: failed by clean_end
# why: Everything is right but the exit code.
import asyncio
import sys


async def producer():
    for i in range(4):
        print("produce", i)
        yield i


async def consumer():
    async for i in producer():
        print("consume", i)


asyncio.run(consumer())
sys.exit(1)
