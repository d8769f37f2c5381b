# verdict: failed by coroutines
# also: clean_end
# why: Each side has its own event loop in a thread of its own.
import asyncio, threading, queue
q = queue.Queue()
async def producer():
    for i in range(4): print("produce", i); q.put(i)
    q.put(None)
async def consumer():
    while (i := q.get()) is not None: print("consume", i)
ts = [threading.Thread(target=lambda f=f: asyncio.run(f())) for f in (producer, consumer)]
for t in ts: t.start()
for t in ts: t.join()
