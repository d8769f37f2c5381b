# verdict: passed
# why: asyncio hands ten jobs to a pool of ten threads, which a barrier keeps apart.
import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor

local = threading.local()
meet = threading.Barrier(10)


def job():
    local.name = "Alex"
    meet.wait()
    return local.name


async def main():
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(10) as pool:
        print(await asyncio.gather(*(loop.run_in_executor(pool, job) for _ in range(10))))


asyncio.run(main())
