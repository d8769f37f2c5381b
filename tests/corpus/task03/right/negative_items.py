# verdict: passed
# why: Items from -2 on, beside lines that count the rounds.
import asyncio, random
from collections import deque
N = 8
seen = []
async def producer(d, cond):
    for i in range(N):
        print('producer loop', i, 'of', N)
        await asyncio.sleep(random.choice([0,.5]))
        x = i-2
        async with cond:
            d.append(x)
            print(f'生产了 '+str(x))
            cond.notify()
    async with cond:
        d.append(None)
        cond.notify()
async def consumer(d, cond):
    while True:
        async with cond:
            while not d:
                await cond.wait()
            x = d.popleft()
        if x is None:
            return
        print('working...')
        print(f'消费了 '+str(x))
        await asyncio.sleep(random.choice([0,.5]))
async def main():
    d, cond = deque(), asyncio.Condition()
    await asyncio.gather(producer(d, cond), consumer(d, cond))
asyncio.run(main())
