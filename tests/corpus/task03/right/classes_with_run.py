# verdict: passed
# why: Producer and consumer objects, started with create_task.
import asyncio


class Producer:
    def __init__(self, queue, names):
        self.queue = queue
        self.names = names

    async def run(self):
        for name in self.names:
            await asyncio.sleep(0.3)
            print(f"Producer: {name}")
            await self.queue.put(name)
        await self.queue.join()


class Consumer:
    def __init__(self, queue):
        self.queue = queue

    async def run(self):
        while True:
            name = await self.queue.get()
            print(f"Consumer: {name}")
            self.queue.task_done()


async def main():
    queue = asyncio.Queue()
    task = asyncio.create_task(Consumer(queue).run())
    await Producer(queue, ["Ann", "Bob", "Cid", "Ann"]).run()
    task.cancel()


asyncio.run(main())
