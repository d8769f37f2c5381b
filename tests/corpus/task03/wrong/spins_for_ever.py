# verdict: failed by clean_end
# why: The consumer goes round for ever, waiting for one more item that never comes.
import asyncio


async def producer(store):
    for i in range(3):
        print("produce", i)
        store.append(i)
        await asyncio.sleep(0.1)


async def consumer(store):
    while True:
        if store:
            print("consume", store.pop(0))
        await asyncio.sleep(0)


async def main():
    store = []
    await asyncio.gather(producer(store), consumer(store))


asyncio.run(main())
