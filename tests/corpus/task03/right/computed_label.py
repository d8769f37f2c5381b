# verdict: passed
# why: What an item is called is computed by a property.
import asyncio
class Job:
    def __init__(self, n): self.n = n
    @property
    def label(self): return "job-" + "abcdef"[self.n] * 3
async def producer(q):
    for n in range(4):
        b = Job(n); print(f"producer submits {b.label} to queue"); await q.put(b)
    await q.put(None)
async def consumer(q, k):
    while (b := await q.get()): print(f"worker {k} runs {b.label}"); await asyncio.sleep(0.1)
    await q.put(None)
async def main():
    q = asyncio.Queue(); await asyncio.gather(producer(q), consumer(q, 1), consumer(q, 2))
asyncio.run(main())
