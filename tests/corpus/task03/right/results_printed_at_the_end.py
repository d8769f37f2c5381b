# verdict: passed
# why: What the consumers return is printed once more by main.
import asyncio
async def producer(q, n):
    for i in range(n):
        await asyncio.sleep(0.01)
        await q.put(i * 3)
        print(f"[producer] put {i * 3} (size={q.qsize()})")
    for _ in range(2): await q.put(None)
async def consumer(k, q):
    out = []
    while (x := await q.get()) is not None:
        print(f"[consumer {k}] got {x} (size={q.qsize()})")
        out.append(x)
        await asyncio.sleep(0.03)
    return out
async def main():
    q = asyncio.Queue(4)
    _, *outs = await asyncio.gather(producer(q, 8), consumer(1, q), consumer(2, q))
    print("all:", sorted(sum(outs, [])))
asyncio.run(main())
