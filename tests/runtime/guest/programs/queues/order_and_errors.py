"""First in first out, last in first out, by priority; Full, Empty, sizes."""
import queue

for kind in (queue.Queue, queue.LifoQueue, queue.PriorityQueue):
    items = kind(3)
    for item in (2, 3, 1):
        items.put(item)
    print(kind.__name__, kind.__module__, items.qsize(), items.full(), items.empty())
    print(items.maxsize, items.unfinished_tasks, sorted(items.queue), type(items.queue).__name__)
    for call in (
        lambda: items.put_nowait(9), lambda: items.put(9, timeout=0.001),
        lambda: items.put(9, block=False), lambda: items.put(9, timeout=-1),
        lambda: items.put(9, False, -1),
    ):
        try:
            print(call())
        except Exception as problem:
            print(type(problem).__name__, problem)
    print([items.get() for _ in range(3)])
    for call in (
        items.get_nowait, lambda: items.get(timeout=0.001), lambda: items.get(False),
        lambda: items.get(timeout=-1), lambda: items.get(False, -1),
    ):
        try:
            print(call())
        except Exception as problem:
            print(type(problem).__name__, problem)
    for _ in range(4):
        try:
            print(items.task_done())
        except ValueError as problem:
            print("ValueError", problem)
    print(items.join(), kind().full(), kind(-1).full(), kind(maxsize=2).maxsize)
print(issubclass(queue.LifoQueue, queue.Queue), issubclass(queue.Empty, Exception))
