# verdict: failed by once_in_order
# why: Each item goes into the queue twice.
import asyncio
async def producer(q):
    for i in range(4): print("produce", i); await q.put(i); await q.put(i)
    await q.put(None)
async def consumer(q):
    while (i := await q.get()) is not None: print("consume", i)
async def main():
    q = asyncio.Queue(); await asyncio.gather(producer(q), consumer(q))
asyncio.run(main())
