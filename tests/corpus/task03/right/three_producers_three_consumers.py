# verdict: passed
# why: Numbers of producers and consumers beside the items.
import asyncio
async def producer(pid, q):
    for n in range(3):
        item = pid * 10 + n
        print(f"Producer {pid} -> item {item}"); await q.put(item); await asyncio.sleep(0.1 * pid)
async def consumer(cid, q):
    while True:
        item = await q.get()
        try:
            print(f"Consumer {cid} <- item {item}"); await asyncio.sleep(0.05)
        finally:
            q.task_done()
async def main():
    q = asyncio.Queue(maxsize=2)
    cs = [asyncio.create_task(consumer(i, q)) for i in range(1, 4)]
    await asyncio.gather(*(producer(i, q) for i in range(1, 4)))
    await q.join()
    for c in cs: c.cancel()
    print("all done")
asyncio.run(main())
