# verdict: failed by clean_end
# also: once_in_order
# why: A time-out ends the program with an exception.
import asyncio
async def producer(q):
    for i in range(5): print("produce", i); await q.put(i); await asyncio.sleep(1)
async def consumer(q):
    while True: print("consume", await q.get())
async def main():
    q = asyncio.Queue(); await asyncio.wait_for(asyncio.gather(producer(q), consumer(q)), 6)
asyncio.run(main())
