# verdict: failed by coroutines
# why: The coroutines are written down and never run; the output is printed by plain code.
import asyncio


async def producer(q):
    for i in range(3):
        await q.put(i)


async def consumer(q):
    while True:
        await q.get()


print(asyncio.iscoroutinefunction(producer), asyncio.iscoroutinefunction(consumer))
for i in range(3):
    print("produce", i)
    print("consume", i)
