# verdict: passed
# why: A heap of tuples, in rising order.
import asyncio, heapq
async def producer(heap, cond):
    for i in (1, 5, 9, 12):
        async with cond:
            heapq.heappush(heap, (i, f"job{i}"))
            print("schedule", f"job{i}")
            cond.notify()
        await asyncio.sleep(0.3)
async def consumer(heap, cond):
    for _ in range(4):
        async with cond:
            while not heap:
                await cond.wait()
            prio, name = heapq.heappop(heap)
        print("run", name)
async def main():
    heap, cond = [], asyncio.Condition()
    await asyncio.gather(producer(heap, cond), consumer(heap, cond))
asyncio.run(main())
