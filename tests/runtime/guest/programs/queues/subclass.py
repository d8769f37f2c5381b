"""A subclass that overrides the four hooks; one that overrides put and get."""
import queue
import threading


class Unique(queue.Queue):
    def _init(self, maxsize):
        self.queue = set()

    def _qsize(self):
        return len(self.queue)

    def _put(self, item):
        self.queue.add(item)

    def _get(self):
        return self.queue.pop()


class Loud(queue.Queue):
    def put(self, item, *arguments, **keywords):
        print("put", item)
        super().put(item, *arguments, **keywords)

    def get(self, *arguments, **keywords):
        item = super().get(*arguments, **keywords)
        print("got", item)
        return item


unique = Unique()
for item in (1, 1, 1):
    unique.put(item)
print(unique.qsize(), unique.get(), unique.empty())
loud = Loud()
thread = threading.Thread(target=lambda: [loud.get() for _ in range(2)])
thread.start()
loud.put("a")
thread.join(0.05) if False else None
loud.put_nowait("b")
thread.join()
