# verdict: passed
# why: Items are tuples (producer, number), of two producers.
import asyncio


async def producer(name, q):
    for n in range(3):
        await q.put((name, n))
        print(f"{name} produced {n}")
        await asyncio.sleep(0)


async def consumer(q, total):
    for _ in range(total):
        name, n = await q.get()
        print(f"consumed {n} from {name}")


async def main():
    q = asyncio.Queue()
    await asyncio.gather(producer("p1", q), producer("p2", q), consumer(q, 6))


asyncio.run(main())
