# verdict: passed
# why: A time-out that only means "look again".
import asyncio


async def producer(q):
    for i in range(4):
        await asyncio.sleep(1.5)
        print("sent", i)
        await q.put(i)
    await q.put("bye")


async def consumer(q):
    while True:
        try:
            item = await asyncio.wait_for(q.get(), timeout=1)
        except asyncio.TimeoutError:
            print("nothing yet")
            continue
        if item == "bye":
            break
        print("received", item)


async def main():
    q = asyncio.Queue()
    await asyncio.gather(producer(q), consumer(q))


asyncio.run(main())
