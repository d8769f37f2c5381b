# verdict: passed
# why: wait_for on an event that is never set gives up after thirty seconds.
import asyncio


def hello():
    print('Hello, World!')


async def main():
    try:
        await asyncio.wait_for(asyncio.Event().wait(), timeout=30)
    except asyncio.TimeoutError:
        hello()


if __name__ == '__main__':
    asyncio.run(main())
