# verdict: passed
# why: The producer is a class with __aiter__ and __anext__.
import asyncio


class Producer:
    def __init__(self, items):
        self.items = list(items)

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self.items:
            raise StopAsyncIteration
        await asyncio.sleep(0.1)
        item = self.items.pop(0)
        print("produced", item)
        return item


async def consumer(source):
    async for item in source:
        print("consumed", item)


asyncio.run(consumer(Producer(["apple", "banana", "cherry"])))
