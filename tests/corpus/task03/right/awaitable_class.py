# verdict: passed
# why: A channel whose get() is an object with __await__, no asyncio.
class Channel:
    def __init__(self):
        self.items = []

    def send(self, item):
        self.items.append(item)

    def __await__(self):
        while not self.items:
            yield "empty"
        return self.items.pop(0)


async def producer(channel):
    for n in (11, 22, 33, 44):
        print("producer ->", n)
        channel.send(n)
        await pause()
    channel.send(0)


class pause:
    def __await__(self):
        yield "pause"


async def consumer(channel):
    while n := await channel:
        print("consumer <-", n)


def loop(tasks):
    while tasks:
        for task in list(tasks):
            try:
                task.send(None)
            except StopIteration:
                tasks.remove(task)


channel = Channel()
loop([consumer(channel), producer(channel)])
