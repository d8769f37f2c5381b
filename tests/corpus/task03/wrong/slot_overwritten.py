# verdict: failed by once_in_order
# why: The producer is faster than the consumer and overwrites what nobody has taken yet.
import asyncio

slot = None


async def producer():
    global slot
    for i in range(1, 7):
        slot = i
        print("produce", i)
        await asyncio.sleep(0.1)
    slot = "end"


async def consumer():
    while slot != "end":
        if slot is not None:
            print("consume", slot)
        await asyncio.sleep(0.25)


async def main():
    await asyncio.gather(producer(), consumer())


asyncio.run(main())
