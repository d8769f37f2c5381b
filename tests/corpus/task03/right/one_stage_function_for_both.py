# verdict: passed
# why: The same coroutine function with other sources and sinks.
import asyncio, functools
async def stage(fetch, store, verb):
    while (x := await fetch()) is not None:
        print(verb, x)
        await store(x)
    await store(None)
async def main():
    src = iter([10, 20, 30, 40])
    q = asyncio.Queue()
    async def fetch(): return next(src, None)
    async def sink(x): pass
    await asyncio.gather(stage(fetch, q.put, "produce"), stage(q.get, sink, "consume"))
asyncio.run(main())
