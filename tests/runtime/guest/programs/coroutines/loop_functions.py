"""call_later, call_at, run_until_complete, run_forever and stop, a future."""
import asyncio

loop = asyncio.new_event_loop()
future = loop.create_future()
loop.call_later(0.02, future.set_result, "later")
loop.call_at(loop.time() + 0.01, print, "at")
loop.call_soon(print, "soon")
print(loop.run_until_complete(future))
loop.call_later(0.01, loop.stop)
loop.run_forever()
print(loop.is_running())
loop.close()


async def ticks():
    for number in range(3):
        yield number
        await asyncio.sleep(0)


async def main():
    print([n async for n in ticks()])
    print(asyncio.current_task() is not None, len(asyncio.all_tasks()))


asyncio.run(main())
