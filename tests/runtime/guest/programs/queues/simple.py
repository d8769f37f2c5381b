"""A SimpleQueue: no bound, no task_done."""
import queue

items = queue.SimpleQueue()
items.put(1)
items.put(2, block=False, timeout=-3)
items.put_nowait(3)
print(items.qsize(), items.empty(), items.get(), items.get(timeout=1), items.get_nowait())
for call in (items.get_nowait, lambda: items.get(timeout=0.001), lambda: items.get(False),
             lambda: items.get(timeout=-1)):
    try:
        print(call())
    except Exception as problem:
        print(type(problem).__name__, problem)
print(hasattr(items, "task_done"), hasattr(items, "full"), type(items).__name__)
