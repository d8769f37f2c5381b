# verdict: failed by once_in_order
# why: list.pop() takes the newest first.
import asyncio

store = []


async def producer():
    for i in range(6):
        store.append(i)
        print("produce", i)
        if i % 2:
            await asyncio.sleep(0.1)


async def consumer():
    taken = 0
    while taken < 6:
        while store:
            print("consume", store.pop())
            taken += 1
        await asyncio.sleep(0.1)


async def main():
    await asyncio.gather(producer(), consumer())


asyncio.run(main())
