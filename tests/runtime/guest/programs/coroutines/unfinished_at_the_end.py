"""asyncio.run cancels what is left, and an error in main reaches the caller."""
import asyncio


async def forever():
    try:
        await asyncio.sleep(1e6)
    except asyncio.CancelledError:
        print("cancelled")
        raise


async def main():
    asyncio.create_task(forever())
    await asyncio.sleep(0.01)
    raise KeyError("main")


try:
    asyncio.run(main())
except KeyError as problem:
    print("KeyError", problem)
