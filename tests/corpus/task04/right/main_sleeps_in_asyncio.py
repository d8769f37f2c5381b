# verdict: passed
# why: The main thread spends its ten seconds in asyncio.sleep and then opens the gate.
import asyncio
import threading
from datetime import datetime

gate = threading.Event()


def child(number):
    gate.wait()
    print(number, datetime.now())


async def main():
    for number in range(10):
        threading.Thread(target=child, args=(number,)).start()
    await asyncio.sleep(10)
    gate.set()


asyncio.run(main())
