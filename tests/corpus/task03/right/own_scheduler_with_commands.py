# verdict: passed
# why: Generators ask a scheduler to put and get for them; it keeps the queue.
from collections import deque


def producer():
    for i in range(100, 105):
        print("make", i)
        yield ("put", i)
    yield ("put", "stop")


def consumer():
    while True:
        item = yield ("get", None)
        if item == "stop":
            return
        print("use", item)


def scheduler(first, second):
    items = deque()
    waiting = None
    ready = deque([(first, None), (second, None)])
    while ready or (waiting and items):
        if waiting and items:
            ready.appendleft((waiting, items.popleft()))
            waiting = None
        task, value = ready.popleft()
        try:
            command, item = task.send(value)
        except StopIteration:
            continue
        if command == "put":
            items.append(item)
            ready.append((task, None))
        elif items:
            ready.append((task, items.popleft()))
        else:
            waiting = task


scheduler(producer(), consumer())
