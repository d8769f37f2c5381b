# verdict: failed by thirty_seconds
# why: asyncio.sleep(30) without await waits for nothing.
import asyncio


def hello():
    print('Hello, World!')


async def main():
    asyncio.sleep(30)
    hello()


asyncio.run(main())
