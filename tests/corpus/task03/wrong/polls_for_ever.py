# verdict: failed by clean_end
# why: The consumer looks every 0.1 s for ever.
import asyncio
async def producer(buf):
    for i in range(4):
        print("produce", i); buf.append(i); await asyncio.sleep(0.5)
async def consumer(buf):
    while True:
        if buf: print("consume", buf.pop(0))
        await asyncio.sleep(0.1)
async def main():
    buf = []; await asyncio.gather(producer(buf), consumer(buf))
asyncio.run(main())
