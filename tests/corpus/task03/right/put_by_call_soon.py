# verdict: passed
# why: The loop itself calls put_nowait.
import asyncio
async def producer(loop, q):
    for i in range(3):
        print("P", i)
        loop.call_soon(q.put_nowait, i)
        await asyncio.sleep(0.01)
    loop.call_soon(q.put_nowait, None)
async def consumer(q):
    while (x := await q.get()) is not None: print("C", x)
async def main():
    q = asyncio.Queue(); await asyncio.gather(producer(asyncio.get_running_loop(), q), consumer(q))
asyncio.run(main())
