# verdict: passed
# why: A name `sleep` that is asyncio's own, and hello is a coroutine function.
from asyncio import run, sleep


async def hello():
    print('Hello, World!')


async def main():
    for _ in range(6):
        await sleep(5)
    await hello()


run(main())
