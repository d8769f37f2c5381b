# verdict: passed
# why: Dicts shown by two fields, beside lines that count the rounds.
import asyncio, random
from collections import deque
N = 4
seen = []
async def producer(q, k):
    for i in range(N):
        print('producer loop', i, 'of', N)
        await asyncio.sleep(random.random())
        x = {'id':i,'name':random.choice(['鸡','鸭','鱼'])}
        await q.put(x)
        print(f'-> '+f"{x['name']}{x['id']}")
        await asyncio.sleep(0)
async def consumer(q, k):
    while True:
        x = await q.get()
        if x is None:
            return
        cnt = len(seen); seen.append(x); print('so far', cnt + 1)
        pass
        print(f'<- '+f"{x['name']}{x['id']}")
        q.task_done()
async def main():
    q = asyncio.Queue(5)
    cs = [asyncio.create_task(consumer(q, k)) for k in range(3)]
    await asyncio.gather(*(producer(q, k) for k in range(3)))
    for _ in cs:
        await q.put(None)
    await asyncio.gather(*cs)
asyncio.run(main())
