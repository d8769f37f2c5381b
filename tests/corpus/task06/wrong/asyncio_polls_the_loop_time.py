# verdict: failed by no_spin
# why: sleep(0.02) in a loop on the loop's clock is polling.
import asyncio


def hello():
    print('Hello, World!')


async def main():
    loop = asyncio.get_running_loop()
    end = loop.time() + 30
    while loop.time() < end:
        await asyncio.sleep(0.02)
    hello()


asyncio.run(main())
