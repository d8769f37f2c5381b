# verdict: failed by thirty_seconds
# why: The coroutine hello runs from the start and waits inside.
import asyncio


async def hello():
    await asyncio.sleep(30)
    print('Hello, World!')


asyncio.run(hello())
