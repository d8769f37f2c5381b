# verdict: passed
# why: The slot is overwritten by an equal value now and then.
import asyncio, random
from collections import deque
N = 5
seen = []
class Box:
    pass
async def producer(b):
    for i in range(N):
        x = random.choice(['apple','pear','fig'])
        await b.empty.wait()
        b.empty.clear()
        b.value = x
        print(f'厨师做好 '+x)
        b.full.set()
        await asyncio.sleep(0)
    await b.empty.wait()
    b.value = None
    b.full.set()
async def consumer(b):
    while True:
        await b.full.wait()
        b.full.clear()
        x = b.value
        if x is None:
            return
        print(f'顾客吃掉 '+x)
        b.empty.set()
        await asyncio.sleep(0.1)
async def main():
    b = Box()
    b.full, b.empty = asyncio.Event(), asyncio.Event()
    b.empty.set()
    await asyncio.gather(producer(b), consumer(b))
asyncio.run(main())
