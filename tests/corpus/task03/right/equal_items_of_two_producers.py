# verdict: passed
# why: Two producers make equal items, two consumers take them.
import asyncio, random
from collections import deque
N = 7
seen = []
async def producer(q, k):
    for i in range(N):
        print('producer loop', i, 'of', N)
        await asyncio.sleep(random.choice([0,.5]))
        x = random.randint(1,5)
        print(f'厨师做好 '+str(x))
        await q.put(x)
        await asyncio.sleep(random.random())
async def consumer(q, k):
    while True:
        x = await q.get()
        if x is None:
            return
        cnt = len(seen); seen.append(x); print('so far', cnt + 1)
        await asyncio.sleep(random.random())
        print(f'顾客吃掉 '+str(x))
        q.task_done()
async def main():
    q = asyncio.Queue(5)
    cs = [asyncio.create_task(consumer(q, k)) for k in range(2)]
    await asyncio.gather(*(producer(q, k) for k in range(2)))
    await q.join()
    for c in cs: c.cancel()
asyncio.run(main())
