# verdict: failed by handed_over
# why: The consumer is a plain function that the producer calls.
import asyncio
def consume(i): print("consume", i)
async def producer():
    for i in range(5):
        print("produce", i); await asyncio.sleep(0.1); consume(i)
asyncio.run(producer())
