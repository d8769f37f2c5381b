# verdict: passed
# why: queue.Queue, but only its calls that never wait.
import asyncio
import queue


async def producer(q):
    for i in range(5):
        q.put(i)
        print("put", i)
        await asyncio.sleep(0.1)
    q.put(None)


async def consumer(q):
    while True:
        try:
            item = q.get_nowait()
        except queue.Empty:
            await asyncio.sleep(0.05)
            continue
        if item is None:
            break
        print("get", item)


async def main():
    q = queue.Queue()
    await asyncio.gather(producer(q), consumer(q))


asyncio.run(main())
