# verdict: passed
# why: asyncio.wait over get() and an event, each a task of its own.
import asyncio
async def producer(q):
    for i in range(4):
        print("put", i)
        await q.put(i)
    await q.put(None)
async def consumer(q, stop):
    while True:
        getter = asyncio.create_task(q.get())
        stopper = asyncio.create_task(stop.wait())
        done, pending = await asyncio.wait({getter, stopper}, return_when=asyncio.FIRST_COMPLETED)
        for p in pending: p.cancel()
        if getter in done:
            item = getter.result()
            if item is None: return
            print("got", item)
        else:
            return
async def main():
    q, stop = asyncio.Queue(), asyncio.Event()
    await asyncio.gather(consumer(q, stop), producer(q))
asyncio.run(main())
