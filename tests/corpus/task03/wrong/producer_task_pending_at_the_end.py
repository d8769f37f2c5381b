# verdict: failed by clean_end
# why: The loop is closed while a task of the producer still sleeps.
import asyncio


async def producer(q):
    for i in range(4):
        print("produce", i)
        await q.put(i)
    await q.put(None)
    await asyncio.sleep(10)
    print("the producer goes home")


async def consumer(q):
    while (i := await q.get()) is not None:
        print("consume", i)


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
q = asyncio.Queue()
task = loop.create_task(producer(q))
loop.run_until_complete(consumer(q))
loop.close()
