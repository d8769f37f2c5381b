# verdict: passed
# why: Two lines an item on each side, counts and names among them.
import asyncio


async def producer(q, name, count):
    for i in range(count):
        print(f"{name}: start making {i}")
        await asyncio.sleep(0.5)
        await q.put(i)
        print(f"{name}: finished {i}, {q.qsize()} in stock")
    print(f"{name}: made {count} items in total")
    await q.put(None)


async def consumer(q, name):
    eaten = 0
    while True:
        i = await q.get()
        if i is None:
            break
        eaten += 1
        print(f"{name}: took {i}, {q.qsize()} in stock, {eaten} so far")
        await asyncio.sleep(0.7)
        print(f"{name}: done with {i}")
    print(f"{name}: ate {eaten} items")


async def main():
    q = asyncio.Queue(maxsize=3)
    await asyncio.gather(producer(q, "P1", 6), consumer(q, "C1"))
    print("all 6 items handled")


asyncio.run(main())
