# verdict: passed
# why: asyncio hands ten blocking jobs to a pool of ten and awaits them all; a barrier keeps each in its own thread.
import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor

meet = threading.Barrier(10)


def job():
    meet.wait()
    print(threading.current_thread().name, threading.active_count())


async def main():
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(10) as pool:
        await asyncio.gather(*(loop.run_in_executor(pool, job) for _ in range(10)))
    print("gathered")


asyncio.run(main())
