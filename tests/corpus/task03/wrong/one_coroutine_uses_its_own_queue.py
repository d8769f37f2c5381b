# verdict: failed by handed_over
# why: One coroutine puts and gets by itself.
import asyncio


async def both():
    q = asyncio.Queue()
    for i in range(5):
        await q.put(i)
        print("produce", i)
        print("consume", await q.get())


asyncio.run(both())
