# verdict: passed
# why: loop.call_later on a loop of one's own; a second callback stops the loop.
import asyncio


def hello():
    print('Hello, World!')


loop = asyncio.new_event_loop()
loop.call_later(30, hello)
loop.call_later(30.5, loop.stop)
loop.run_forever()
loop.close()
