# verdict: failed by clean_end
# why: Two asyncio locks in opposite order.
import asyncio
async def producer(a, b, q):
    async with a:
        await asyncio.sleep(0)
        async with b:
            for i in range(3): print("produce", i); q.append(i)
async def consumer(a, b, q):
    async with b:
        await asyncio.sleep(0)
        async with a:
            while q: print("consume", q.pop(0))
async def main():
    a, b, q = asyncio.Lock(), asyncio.Lock(), []
    await asyncio.gather(producer(a, b, q), consumer(a, b, q))
asyncio.run(main())
