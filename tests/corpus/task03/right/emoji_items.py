# verdict: passed
# why: Items and words are emoji.
import asyncio
async def producer(q):
    for x in "🍎🍌🍒": print("➕", x); await q.put(x)
    await q.put(None)
async def consumer(q):
    while (x := await q.get()) is not None: print("➖", x)
async def main():
    q = asyncio.Queue(); await asyncio.gather(producer(q), consumer(q))
asyncio.run(main())
