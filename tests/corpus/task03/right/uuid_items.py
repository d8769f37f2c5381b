# verdict: passed
# why: Items of a class of the library.
import asyncio, uuid
async def producer(q):
    for n in range(3):
        it = uuid.uuid4(); print("made", it); await q.put(it); await asyncio.sleep(0)
    await q.put(None)
async def consumer(q):
    while (it := await q.get()): print("used", it)
async def main():
    q = asyncio.Queue(); await asyncio.gather(producer(q), consumer(q))
asyncio.run(main())
