# verdict: failed by coroutines
# why: The producer is a coroutine, the consumer runs in a thread (asyncio.to_thread).
import asyncio


def consume(item):
    print("consume", item)


async def main():
    for i in range(4):
        print("produce", i)
        await asyncio.to_thread(consume, i)


asyncio.run(main())
