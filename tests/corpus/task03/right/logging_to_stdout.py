# verdict: passed
# why: logging, with times and names in each line.
import asyncio
import logging
import sys

logging.basicConfig(stream=sys.stdout, level=logging.INFO,
                    format="%(asctime)s %(name)s %(message)s")
log_p = logging.getLogger("producer")
log_c = logging.getLogger("consumer")


async def producer(q):
    for i in range(5):
        await asyncio.sleep(1)
        log_p.info("put %d", i)
        await q.put(i)
    await q.put(None)


async def consumer(q):
    while (i := await q.get()) is not None:
        log_c.info("got %d", i)


async def main():
    q = asyncio.Queue()
    await asyncio.gather(producer(q), consumer(q))


asyncio.run(main())
