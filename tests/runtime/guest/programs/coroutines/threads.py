"""to_thread, run_in_executor, call_soon_threadsafe, run_coroutine_threadsafe."""
import asyncio
import threading


def work(number):
    return number + 1, threading.current_thread() is threading.main_thread()


async def main():
    loop = asyncio.get_running_loop()
    print(await asyncio.to_thread(work, 1))
    print(await loop.run_in_executor(None, work, 2))
    print(await asyncio.gather(*(asyncio.to_thread(work, n) for n in range(3))))
    event = asyncio.Event()
    thread = threading.Thread(target=loop.call_soon_threadsafe, args=(event.set,))
    thread.start()
    await event.wait()
    thread.join()
    print("set")


asyncio.run(main())


async def double(number):
    await asyncio.sleep(0.01)
    return number * 2


loop = asyncio.new_event_loop()
runner = threading.Thread(target=loop.run_forever)
runner.start()
print(asyncio.run_coroutine_threadsafe(double(4), loop).result())
loop.call_soon_threadsafe(loop.stop)
runner.join()
loop.close()
print(loop.is_closed())
