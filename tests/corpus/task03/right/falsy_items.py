# verdict: passed
# why: 0, "", None and False are items.
import asyncio
async def producer(q):
    for x in (0, "", None, False, 5):
        print("produce", repr(x)); await q.put(x)
    await q.put(StopIteration)
async def consumer(q):
    while (x := await q.get()) is not StopIteration: print("consume", repr(x))
async def main():
    q = asyncio.Queue(); await asyncio.gather(producer(q), consumer(q))
asyncio.run(main())
