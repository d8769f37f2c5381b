# verdict: passed
# why: Each item is the result of a future.
import asyncio


async def producer(futures):
    for i, future in enumerate(futures):
        await asyncio.sleep(0.1)
        print("producer sets", i * 11)
        future.set_result(i * 11)


async def consumer(futures):
    for future in futures:
        item = await future
        print("consumer has", item)


async def main():
    loop = asyncio.get_running_loop()
    futures = [loop.create_future() for _ in range(4)]
    await asyncio.gather(producer(futures), consumer(futures))


asyncio.run(main())
