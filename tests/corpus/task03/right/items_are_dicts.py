# verdict: passed
# why: Items are dicts; the consumer prints a field of each.
import asyncio
import random


async def producer(q):
    for i in range(1, 6):
        order = {"id": i, "dish": random.choice(["noodles", "rice", "soup"])}
        print(f"厨师做好了 {order}")
        await q.put(order)
        await asyncio.sleep(random.random())
    await q.put({})


async def consumer(q):
    while order := await q.get():
        print(f"顾客吃掉了订单 {order['id']} 的 {order['dish']}")


async def main():
    q = asyncio.Queue()
    await asyncio.gather(producer(q), consumer(q))


asyncio.run(main())
