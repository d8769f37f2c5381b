# verdict: failed by once_in_order
# why: The first end mark ends the consumer; the other producer's items stay in the queue.
import asyncio
async def producer(name, q, pause):
    for i in range(3):
        await asyncio.sleep(pause); print("produce", f"{name}{i}"); await q.put(f"{name}{i}")
    await q.put(None)
async def consumer(q):
    while (i := await q.get()) is not None: print("consume", i)
async def main():
    q = asyncio.Queue(); await asyncio.gather(producer("a", q, 0.1), producer("b", q, 1), consumer(q))
asyncio.run(main())
