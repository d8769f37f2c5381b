# verdict: passed
# why: Both lines show the whole list beside the item.
import asyncio
lst = []
lock = asyncio.Lock()
async def producer():
    for i in range(5):
        async with lock:
            lst.append(i); print("produce:", i, "list:", lst)
        await asyncio.sleep(0.2)
async def consumer():
    got = 0
    while got < 5:
        async with lock:
            if lst:
                x = lst.pop(0); got += 1; print("consume:", x, "list:", lst)
        await asyncio.sleep(0.1)
async def main(): await asyncio.gather(producer(), consumer())
asyncio.run(main())
