# verdict: failed by ten_threads
# also: begin_and_end, five_at_once
# why: Ten coroutines under an asyncio.Semaphore are no threads.
import asyncio


async def task(sem, i):
    async with sem:
        print('线程', i, 'begin')
        await asyncio.sleep(1)
        print('线程', i, 'end')


async def main():
    sem = asyncio.Semaphore(5)
    await asyncio.gather(*(task(sem, i) for i in range(10)))


asyncio.run(main())
