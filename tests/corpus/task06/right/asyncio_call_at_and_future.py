# verdict: passed
# why: call_at with a Future that hello's caller fulfils.
import asyncio


def hello():
    print('Hello, World!')


async def main():
    loop = asyncio.get_running_loop()
    done = loop.create_future()

    def ring():
        hello()
        done.set_result(None)

    loop.call_at(loop.time() + 30, ring)
    await done


asyncio.run(main())
