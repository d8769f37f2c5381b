# verdict: failed by hello_prints
# also: thirty_seconds
# why: call_later is given, but the loop ends before it is due.
import asyncio


def hello():
    print('Hello, World!')


async def main():
    asyncio.get_running_loop().call_later(30, hello)
    await asyncio.sleep(1)


asyncio.run(main())
