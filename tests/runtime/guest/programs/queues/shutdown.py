"""Queue.shutdown (3.13): waiting getters and putters get ShutDown."""
import queue
import threading

if not hasattr(queue.Queue, "shutdown"):
    print("not here")
    raise SystemExit
items = queue.Queue()
items.put(1)
items.put(2)
items.shutdown()
for call in (lambda: items.put(3), items.get, items.get, items.get, items.get_nowait):
    try:
        print(call())
    except queue.ShutDown as problem:
        print("ShutDown", problem)
items.task_done()
items.task_done()
items.join()
items = queue.Queue(1)
items.put(1)
items.shutdown(immediate=True)
print(items.qsize(), items.unfinished_tasks, items.join())
items = queue.Queue()


def wait():
    try:
        items.get()
    except queue.ShutDown:
        print("woken")


threads = [threading.Thread(target=wait) for _ in range(2)]
for thread in threads:
    thread.start()
items.shutdown()
for thread in threads:
    thread.join()
