# verdict: passed
# why: The producer awaits the consumer with each item.
import asyncio


async def consume(item):
    await asyncio.sleep(0.1)
    print(f"consumer received {item}")


async def produce():
    for item in ["a1", "b2", "c3"]:
        print(f"producer created {item}")
        await consume(item)


asyncio.run(produce())
