# verdict: passed
# why: One coroutine function, two roles.
import asyncio


async def actor(role, q):
    if role == "producer":
        for i in range(4):
            print(f"{role}: {i} goes out")
            await q.put(i)
        await q.put(None)
    else:
        while (i := await q.get()) is not None:
            print(f"{role}: {i} came in")


async def main():
    q = asyncio.Queue()
    await asyncio.gather(actor("producer", q), actor("consumer", q))


asyncio.run(main())
