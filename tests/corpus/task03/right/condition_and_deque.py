# verdict: passed
# why: A hand-over through a deque guarded by asyncio.Condition, with a bound.
import asyncio
from collections import deque


class Buffer:
    def __init__(self, size):
        self.items = deque()
        self.size = size
        self.condition = asyncio.Condition()

    async def put(self, item):
        async with self.condition:
            await self.condition.wait_for(lambda: len(self.items) < self.size)
            self.items.append(item)
            self.condition.notify_all()

    async def get(self):
        async with self.condition:
            await self.condition.wait_for(lambda: self.items)
            item = self.items.popleft()
            self.condition.notify_all()
            return item


async def producer(buffer):
    for i in range(6):
        await buffer.put(i)
        print("producer put", i)
    await buffer.put(-1)


async def consumer(buffer):
    while True:
        item = await buffer.get()
        if item < 0:
            return
        print("consumer got", item)


async def main():
    buffer = Buffer(2)
    await asyncio.gather(producer(buffer), consumer(buffer))


asyncio.run(main())
