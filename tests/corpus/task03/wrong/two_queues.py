# verdict: failed by clean_end
# why: Each side has a queue of its own; the consumer waits for ever.
import asyncio
async def producer(q):
    for i in range(4): print("produce", i); await q.put(i)
    await q.put(None)
async def consumer(q):
    while (i := await q.get()) is not None: print("consume", i)
async def main(): await asyncio.gather(producer(asyncio.Queue()), consumer(asyncio.Queue()))
asyncio.run(main())
