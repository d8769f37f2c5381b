# verdict: failed by once_in_order
# why: The consumer gathers all and works from the end.
import asyncio
async def producer(q):
    for i in range(5): print("produce", i); await q.put(i)
    await q.put(None)
async def consumer(q):
    got = []
    while (i := await q.get()) is not None: got.append(i)
    for i in reversed(got): print("consume", i)
async def main():
    q = asyncio.Queue(); await asyncio.gather(producer(q), consumer(q))
asyncio.run(main())
