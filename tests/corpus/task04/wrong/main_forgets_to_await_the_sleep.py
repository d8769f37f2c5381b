# verdict: failed by main_waits_ten_seconds
# also: not_before
# why: asyncio.sleep(10) without await waits for nothing.
import asyncio
import threading
import time

event = threading.Event()


def task(i):
    event.wait()
    print(i, time.ctime())


async def main():
    for i in range(10):
        threading.Thread(target=task, args=(i,)).start()
    asyncio.sleep(10)
    event.set()


asyncio.run(main())
