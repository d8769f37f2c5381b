# verdict: passed
# why: Lists in a global dict, one for each reader.
import asyncio
boxes = {"a": [], "b": []}
async def producer():
    for i in range(6):
        name = "ab"[i % 2]
        boxes[name].append(f"letter {i}")
        print(f"wrote letter {i} to {name}")
        await asyncio.sleep(0.05)
    for b in boxes.values(): b.append(None)
async def reader(name):
    while True:
        if not boxes[name]:
            await asyncio.sleep(0.1)
            continue
        letter = boxes[name].pop(0)
        if letter is None: return
        print(f"{name} reads {letter}")
async def main():
    await asyncio.gather(producer(), reader("a"), reader("b"))
asyncio.run(main())
