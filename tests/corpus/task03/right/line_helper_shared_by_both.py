# verdict: passed
# why: Both sides print through the same helper coroutine.
import asyncio


async def say(who, what, item):
    await asyncio.sleep(0)
    print(f"[{who}] {what} {item}")


async def producer(q):
    for i in range(4):
        await say("producer", "made", i)
        await q.put(i)
    await q.put(None)


async def consumer(q):
    while True:
        i = await q.get()
        if i is None:
            return
        await say("consumer", "used", i)


async def main():
    q = asyncio.Queue()
    await asyncio.gather(producer(q), consumer(q))


asyncio.run(main())
