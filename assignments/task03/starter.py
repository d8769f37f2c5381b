"""第 3 题 / Task 3: 协程的生产者和消费者 / producer and consumer with coroutines.

运行 / run:  python task03.py
"""

import asyncio


async def producer(queue):
    # TODO: 至少生产三个 / make at least three
    item = 0
    print(f"生产 {item} / produce {item}")
    # TODO: 把它交给消费者 / hand it over to the consumer
    # TODO: 最后告诉消费者: 没有了 / tell the consumer at the end that there is no more


async def consumer(queue):
    # TODO: 先拿到, 再打印 / take first, then print
    # TODO: 没有了就结束 / end when there is no more
    await asyncio.sleep(0)


async def main():
    queue = asyncio.Queue()
    await asyncio.gather(producer(queue), consumer(queue))


if __name__ == "__main__":
    asyncio.run(main())
