# verdict: failed by once_in_order
# why: Both consumers are woken and read the same item.
import asyncio


class Slot:
    item = None


async def producer(slot, full):
    for i in range(1, 4):
        slot.item = i * 10
        print("produce", slot.item)
        full.set()
        await asyncio.sleep(1)
    slot.item = None
    full.set()


async def consumer(slot, full, name):
    while True:
        await full.wait()
        if slot.item is None:
            return
        print(name, "consumes", slot.item)
        full.clear()
        await asyncio.sleep(0)


async def main():
    slot, full = Slot(), asyncio.Event()
    await asyncio.gather(
        consumer(slot, full, "A"), consumer(slot, full, "B"), producer(slot, full))


asyncio.run(main())
