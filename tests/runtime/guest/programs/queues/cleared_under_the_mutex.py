"""The idiom to empty a queue: clear its deque under its mutex."""
import queue
import threading

items = queue.Queue()
for number in range(3):
    items.put(number)
with items.mutex:
    print(list(items.queue), items._qsize(), items.unfinished_tasks)
    items.queue.clear()
print(items.empty(), items.qsize())
thread = threading.Thread(target=lambda: print("got", items.get()))
thread.start()
items.put(5)
thread.join()
items.queue.append(6)
print(items.qsize(), items.get(), items.empty(), items.unfinished_tasks)
