# verdict: failed by once_in_order
# also: clean_end
# why: The loop stops when the producer has finished; the consumer still has items to take.
import asyncio


async def producer(q):
    for i in range(5):
        print("produce", i)
        await q.put(i)
        await asyncio.sleep(0.1)


async def consumer(q):
    while True:
        item = await q.get()
        print("consume", item)
        await asyncio.sleep(0.3)


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
q = asyncio.Queue()
task = loop.create_task(consumer(q))
loop.run_until_complete(producer(q))
loop.close()
