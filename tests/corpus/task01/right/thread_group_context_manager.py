# verdict: passed
# why: A context manager of the student's own starts the ten and joins them in __exit__.
import threading
import time


class ThreadGroup:
    def __init__(self):
        self._threads = []

    def __enter__(self):
        return self

    def spawn(self, function, *args):
        t = threading.Thread(target=function, args=args)
        self._threads.append(t)
        t.start()

    def __exit__(self, *exc):
        for t in self._threads:
            t.join()


class Worker:
    """A callable object instead of a function."""

    def __init__(self, delay):
        self.delay = delay

    def __call__(self, greeting):
        time.sleep(self.delay)
        print(greeting, threading.current_thread().name, threading.active_count())


with ThreadGroup() as group:
    for k in range(10):
        group.spawn(Worker(k / 100), "你好，我是")
print("再见")
