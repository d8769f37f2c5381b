# verdict: passed
# why: The consumer answers through a second queue, and the producer prints that.
import asyncio
async def producer(q, r):
    for n in range(4):
        print("producer sends", n); await q.put(n)
        ack = await r.get(); print("producer hears", ack)
    await q.put(None)
async def consumer(q, r):
    while (n := await q.get()) is not None:
        print("consumer has", n); await r.put(f"ok {n}")
async def main():
    q, r = asyncio.Queue(), asyncio.Queue(); await asyncio.gather(producer(q, r), consumer(q, r))
asyncio.run(main())
