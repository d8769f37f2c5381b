"""asyncio.run, sleep, gather, create_task, names, results in order."""
import asyncio


async def say(word, delay):
    await asyncio.sleep(delay)
    print(word)
    return word.upper()


async def main():
    print(await asyncio.gather(say("b", 0.02), say("a", 0.01), say("c", 0.03)))
    task = asyncio.create_task(say("t", 0), name="mine")
    print(task.get_name(), task.done())
    print(await task, task.done())
    results = await asyncio.gather(say("x", 0.01), fail(), return_exceptions=True)
    print(results)
    return 7


async def fail():
    raise ValueError("no")


print(asyncio.run(main()))
