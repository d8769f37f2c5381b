# verdict: passed
# why: asyncio.sleep is not time.sleep.
import asyncio


def hello():
    print('Hello, World!')


async def main():
    await asyncio.sleep(30)
    hello()


asyncio.run(main())
