# verdict: passed
# why: The consumer looks every 0.1 s and stops when the producer says that it has finished.
import asyncio

finished = False


async def producer(q):
    global finished
    for i in range(5):
        await asyncio.sleep(0.25)
        q.put_nowait(i)
        print("produce ->", i)
    finished = True


async def consumer(q):
    while not finished or not q.empty():
        if q.empty():
            await asyncio.sleep(0.1)
            continue
        print("consume <-", q.get_nowait())


async def main():
    q = asyncio.Queue()
    await asyncio.gather(producer(q), consumer(q))


asyncio.run(main())
