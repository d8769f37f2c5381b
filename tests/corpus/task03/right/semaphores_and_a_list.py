# verdict: passed
# why: Two semaphores and a global list.
import asyncio

buffer = []
N = 5


async def producer(empty, full):
    for i in range(N):
        await empty.acquire()
        buffer.append(f"product-{i}")
        print(f"生产者放入 product-{i}，缓冲区有 {len(buffer)} 个")
        full.release()
        await asyncio.sleep(0.1)


async def consumer(empty, full):
    for _ in range(N):
        await full.acquire()
        item = buffer.pop(0)
        print(f"消费者取出 {item}，缓冲区有 {len(buffer)} 个")
        empty.release()
        await asyncio.sleep(0.25)


async def main():
    empty, full = asyncio.Semaphore(3), asyncio.Semaphore(0)
    await asyncio.gather(producer(empty, full), consumer(empty, full))


asyncio.run(main())
