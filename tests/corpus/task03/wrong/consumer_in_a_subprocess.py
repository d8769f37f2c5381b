# verdict: failed by coroutines
# why: Another program prints the consumer's lines.
import subprocess, sys, asyncio
async def producer():
    for i in range(3):
        print("produce", i, flush=True)
        subprocess.run([sys.executable, "-c", f"print('consume', {i})"])
asyncio.run(producer())
