"""A PriorityQueue compares tuples, and says so when it cannot."""
import queue

items = queue.PriorityQueue()
for entry in [(3, "c"), (1, "a"), (2, "b")]:
    items.put(entry)
print([items.get()[1] for _ in range(3)])
items.put((1, {}))
try:
    items.put((1, {}))
except TypeError as problem:
    print(problem)
