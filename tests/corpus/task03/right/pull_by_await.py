# verdict: passed
# why: The consumer awaits a coroutine that makes the next item.
import asyncio


async def produce(i):
    await asyncio.sleep(0.1)
    print("produce", i)
    return i


async def consume(count):
    for i in range(count):
        item = await produce(i)
        print("consume", item)


asyncio.run(consume(4))
