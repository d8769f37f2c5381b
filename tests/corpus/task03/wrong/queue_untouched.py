# verdict: failed by handed_over
# why: The consumer counts by itself and never takes from the queue.
import asyncio
async def producer(q):
    for i in range(4): print("produce", i); await q.put(i); await asyncio.sleep(0)
async def consumer(q):
    for i in range(4): print("consume", i); await asyncio.sleep(0)
async def main():
    q = asyncio.Queue(); await asyncio.gather(producer(q), consumer(q))
asyncio.run(main())
