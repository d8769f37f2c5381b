"""A bounded queue between two threads, ended by a sentinel, joined by task_done."""
import queue
import threading

items = queue.Queue(maxsize=2)
got = []


def consume():
    while True:
        item = items.get()
        items.task_done()
        if item is None:
            return
        got.append(item)


thread = threading.Thread(target=consume)
thread.start()
for number in range(20):
    items.put(number)
items.put(None)
items.join()
thread.join()
print(got, items.unfinished_tasks, items.empty())
