# verdict: passed
# why: A round-robin loop of its own, native coroutines, a shared deque, no asyncio.
import types
from collections import deque


@types.coroutine
def switch():
    yield


async def producer(box, count):
    for i in range(count):
        box.append(i)
        print("+", i)
        await switch()
    box.append(None)


async def consumer(box):
    while True:
        while not box:
            await switch()
        item = box.popleft()
        if item is None:
            return
        print("-", item)


def run(*coroutines):
    ready = deque(coroutines)
    while ready:
        current = ready.popleft()
        try:
            current.send(None)
        except StopIteration:
            continue
        ready.append(current)


box = deque()
run(producer(box, 5), consumer(box))
