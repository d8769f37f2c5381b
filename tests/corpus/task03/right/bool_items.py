# verdict: passed
# why: True and False are items.
import asyncio
async def producer(q):
    for x in (True, False, True, True):
        print("produce", x); await q.put(x)
    await q.put(None)
async def consumer(q):
    while (x := await q.get()) is not None: print("consume", x)
async def main():
    q = asyncio.Queue(); await asyncio.gather(producer(q), consumer(q))
asyncio.run(main())
