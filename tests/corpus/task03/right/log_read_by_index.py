# verdict: passed
# why: The consumer reads a growing list by index and takes nothing out.
import asyncio


async def producer(log, more):
    for i in range(5):
        await asyncio.sleep(0.1)
        print("append", i)
        log.append(i)
        more.set()
    log.append(None)
    more.set()


async def consumer(log, more):
    index = 0
    while True:
        while index == len(log):
            more.clear()
            await more.wait()
        if log[index] is None:
            return
        print("read", log[index])
        index += 1


async def main():
    log, more = [], asyncio.Event()
    await asyncio.gather(producer(log, more), consumer(log, more))


asyncio.run(main())
