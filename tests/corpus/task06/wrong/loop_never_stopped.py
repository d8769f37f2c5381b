# verdict: failed by clean_end
# why: run_forever goes on after hello.
import asyncio


def hello():
    print('Hello, World!')


loop = asyncio.new_event_loop()
loop.call_later(30, hello)
loop.run_forever()
