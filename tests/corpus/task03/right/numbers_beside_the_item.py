# verdict: passed
# why: The consumer prints a result beside the item.
import asyncio
async def producer(q):
    for a, b in ((1, 2), (3, 4), (5, 6)):
        print(f"question {a} + {b}"); await q.put((a, b))
    await q.put(None)
async def consumer(q):
    while (x := await q.get()) is not None:
        a, b = x
        print(f"answer {a} + {b} = {a + b}")
async def main():
    q = asyncio.Queue(); await asyncio.gather(producer(q), consumer(q))
asyncio.run(main())
