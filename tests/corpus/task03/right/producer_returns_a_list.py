# verdict: passed
# why: What the producer made comes over as one list.
import asyncio


async def producer():
    goods = []
    for i in range(1, 5):
        await asyncio.sleep(0.1)
        print("生产:", i)
        goods.append(i)
    return goods


async def consumer(goods):
    for i in goods:
        await asyncio.sleep(0.1)
        print("消费:", i)


async def main():
    goods = await producer()
    await consumer(goods)


asyncio.run(main())
