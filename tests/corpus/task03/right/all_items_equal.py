# verdict: passed
# why: Four equal items.
import asyncio
async def producer(q):
    for _ in range(4):
        print("produced bread"); await q.put("bread")
    await q.put(None)
async def consumer(q):
    while (n := await q.get()) is not None: print("ate bread")
async def main():
    q = asyncio.Queue(); await asyncio.gather(producer(q), consumer(q))
asyncio.run(main())
