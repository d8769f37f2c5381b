# verdict: passed
# why: What an item is called is computed by its __str__.
import asyncio
class Bread:
    def __init__(self, n): self.n = n
    def __str__(self): return "面包" + "甲乙丙丁"[self.n]
async def producer(q):
    for n in range(4):
        b = Bread(n); await q.put(b); print(f"生产了{b}")
    await q.put(None)
async def consumer(q):
    while (b := await q.get()): print(f"消费了{b}")
async def main():
    q = asyncio.Queue(); await asyncio.gather(producer(q), consumer(q))
asyncio.run(main())
