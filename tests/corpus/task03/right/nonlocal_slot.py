# verdict: passed
# why: The item passes through a closure variable.
import asyncio


def make():
    slot = None
    ready, taken = asyncio.Event(), asyncio.Event()

    async def producer():
        nonlocal slot
        for i in range(1, 5):
            slot = i * 100
            print("producer sets", slot)
            ready.set()
            await taken.wait()
            taken.clear()
        slot = None
        ready.set()

    async def consumer():
        while True:
            await ready.wait()
            ready.clear()
            if slot is None:
                return
            print("consumer reads", slot)
            taken.set()

    return producer, consumer


async def main():
    producer, consumer = make()
    await asyncio.gather(producer(), consumer())


asyncio.run(main())
