# verdict: failed by coroutines
# why: Only the consumer is a coroutine; plain code fills the queue beforehand.
import asyncio

q = asyncio.Queue()


def producer():
    for i in range(5):
        q.put_nowait(i)
        print("produce", i)


async def consumer():
    while not q.empty():
        print("consume", await q.get())


producer()
asyncio.run(consumer())
