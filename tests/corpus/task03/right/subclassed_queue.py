# verdict: passed
# why: A queue of the student's own that extends asyncio.Queue.
import asyncio


class CountingQueue(asyncio.Queue):
    def __init__(self, maxsize=0):
        super().__init__(maxsize)
        self.total = 0

    async def put(self, item):
        self.total += 1
        await super().put(item)


async def producer(q):
    for i in range(5):
        await q.put({"n": i})
        print("put n =", i)
    await q.put(None)


async def consumer(q):
    while True:
        item = await q.get()
        if item is None:
            break
        print("got n =", item["n"])


async def main():
    q = CountingQueue(2)
    await asyncio.gather(producer(q), consumer(q))


asyncio.run(main())
