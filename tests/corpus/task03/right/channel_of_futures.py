# verdict: passed
# why: A channel that completes the future of whoever waits.
import asyncio
class Chan:
    def __init__(self): self.waiters = []; self.items = []
    def put(self, x):
        if self.waiters: self.waiters.pop(0).set_result(x)
        else: self.items.append(x)
    async def get(self):
        if self.items: return self.items.pop(0)
        f = asyncio.get_running_loop().create_future(); self.waiters.append(f)
        return await f
async def producer(ch):
    for i in range(5):
        await asyncio.sleep(0.1 if i % 2 else 0)
        print("生产", i); ch.put(i)
    ch.put("结束")
async def consumer(ch):
    while (x := await ch.get()) != "结束": print("消费", x)
async def main():
    ch = Chan(); await asyncio.gather(consumer(ch), producer(ch))
asyncio.run(main())
