# verdict: passed
# why: An async generator produces, async for consumes.
import asyncio


async def producer(count):
    for i in range(count):
        await asyncio.sleep(0.2)
        print(f"生产了 {i} 号商品")
        yield i


async def consumer():
    async for item in producer(5):
        print(f"消费了 {item} 号商品")


asyncio.run(consumer())
