# verdict: passed
# why: The old way with run_until_complete; the consumer still waits when everything is consumed.
import asyncio


async def consumer(queue):
    while True:
        item = await queue.get()
        print("吃掉", item)
        queue.task_done()


async def producer(queue):
    for i in range(3):
        print("做好", i)
        await queue.put(i)
        await asyncio.sleep(0.1)


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
queue = asyncio.Queue()
task = loop.create_task(consumer(queue))
loop.run_until_complete(producer(queue))
loop.run_until_complete(queue.join())
task.cancel()
