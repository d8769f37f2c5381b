"""wait_for, timeout, wait, cancel, shield."""
import asyncio


async def main():
    try:
        await asyncio.wait_for(asyncio.sleep(1000), 0.01)
    except asyncio.TimeoutError as problem:
        print("TimeoutError", type(problem).__name__)
    try:
        async with asyncio.timeout(0.01):
            await asyncio.Event().wait()
    except TimeoutError:
        print("timeout")
    quick, slow = asyncio.create_task(asyncio.sleep(0, 1)), asyncio.create_task(asyncio.sleep(1000))
    done, pending = await asyncio.wait({quick, slow}, return_when=asyncio.FIRST_COMPLETED)
    print(quick in done, slow in pending)
    slow.cancel()
    try:
        await slow
    except asyncio.CancelledError:
        print("cancelled", slow.cancelled())
    print(await asyncio.wait_for(asyncio.sleep(0.001, "r"), 5))


asyncio.run(main())
