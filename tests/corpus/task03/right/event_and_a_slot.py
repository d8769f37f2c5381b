# verdict: passed
# why: One slot and two events; the item is an attribute.
import asyncio


class Slot:
    item = None


async def produce(slot, full, empty):
    for word in ["red", "green", "blue", "red"]:
        await empty.wait()
        empty.clear()
        slot.item = word
        print("produce", word)
        full.set()
    await empty.wait()
    slot.item = None
    full.set()


async def consume(slot, full, empty):
    while True:
        await full.wait()
        full.clear()
        if slot.item is None:
            return
        print("consume", slot.item)
        empty.set()


async def main():
    full, empty = asyncio.Event(), asyncio.Event()
    empty.set()
    slot = Slot()
    await asyncio.gather(produce(slot, full, empty), consume(slot, full, empty))


asyncio.run(main())
