# verdict: failed by once_in_order
# why: The consumer is one item behind in its lines.
import asyncio
async def producer(q):
    for i in range(1, 6): print("produce", i); await q.put(i)
    await q.put(None)
async def consumer(q):
    last = 0
    while (i := await q.get()) is not None: print("consume", last); last = i
async def main():
    q = asyncio.Queue(); await asyncio.gather(producer(q), consumer(q))
asyncio.run(main())
