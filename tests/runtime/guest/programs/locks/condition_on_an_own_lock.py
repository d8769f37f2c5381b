"""A Condition works around any object with acquire and release."""
import threading


class Lock:
    def __init__(self):
        self._inner = threading.Lock()

    def acquire(self, *arguments, **keywords):
        return self._inner.acquire(*arguments, **keywords)

    def release(self):
        self._inner.release()

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *exception):
        self.release()


condition = threading.Condition(Lock())
items = []


def consume():
    with condition:
        while not items:
            condition.wait()
        print("got", items.pop())


thread = threading.Thread(target=consume)
thread.start()
with condition:
    items.append(3)
    condition.notify_all()
thread.join()
