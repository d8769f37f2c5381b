# verdict: passed
# why: Items are objects of a class with its own __str__.
import asyncio
from dataclasses import dataclass


@dataclass
class Bread:
    number: int
    kind: str

    def __str__(self):
        return f"{self.kind} bread #{self.number}"


async def baker(shelf):
    for i, kind in enumerate(["rye", "corn", "wheat", "oat"]):
        bread = Bread(i, kind)
        print(f"baker bakes {bread}")
        await shelf.put(bread)
    await shelf.put(None)


async def customer(shelf):
    while True:
        bread = await shelf.get()
        if bread is None:
            break
        print(f"customer buys {bread}")


async def main():
    shelf = asyncio.Queue(maxsize=2)
    await asyncio.gather(baker(shelf), customer(shelf))


asyncio.run(main())
