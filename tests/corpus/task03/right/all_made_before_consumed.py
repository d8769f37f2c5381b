# verdict: passed
# why: The producer fills the queue first; the consumer empties it afterwards.
import asyncio


async def producer(q):
    for i in range(4):
        await q.put(i)
        print("in:", i)


async def consumer(q):
    while not q.empty():
        print("out:", await q.get())


async def main():
    q = asyncio.Queue()
    await producer(q)
    await consumer(q)


asyncio.run(main())
