# verdict: failed by handed_over
# why: One coroutine prints both lines; there are no two sides.
import asyncio


async def main():
    for i in range(5):
        print(f"生产者生产了 {i}")
        await asyncio.sleep(0.1)
        print(f"消费者消费了 {i}")


asyncio.run(main())
