# verdict: failed by coroutines
# why: The consumer is a plain callback of the loop.
import asyncio
from collections import deque

box = deque()


def consumer():
    print("consume", box.popleft())


async def producer():
    loop = asyncio.get_running_loop()
    for i in range(4):
        print("produce", i)
        box.append(i)
        loop.call_soon(consumer)
        await asyncio.sleep(0.1)


asyncio.run(producer())
