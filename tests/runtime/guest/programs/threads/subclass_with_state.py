"""A subclass that keeps its result, overrides start and join, and is used with super()."""
import threading


class Summing(threading.Thread):
    def __init__(self, numbers):
        super().__init__(name=f"sum-{len(numbers)}", daemon=True)
        self.numbers = numbers
        self.total = None

    def run(self):
        self.total = sum(self.numbers)

    def start(self):
        print("start", self.name)
        super().start()

    def join(self, timeout=None):
        super().join(timeout)
        return self.total


threads = [Summing(range(n)) for n in (3, 4, 5)]
for thread in threads:
    thread.start()
print([thread.join() for thread in threads])
