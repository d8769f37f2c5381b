"""A subclass's __init__ runs again in each thread, class attributes and slots are shared."""
import threading


class Mine(threading.local):
    kind = "shared"
    __slots__ = ("slot",)

    def __init__(self, start):
        self.number = start
        print("init in", threading.current_thread().name)

    def grow(self):
        self.number += 1
        return self.number


mine = Mine(5)
mine.slot = "s"
print(mine.grow())


def work():
    print(mine.grow(), mine.grow(), mine.kind, mine.slot)


for name in "ab":
    thread = threading.Thread(target=work, name=name)
    thread.start()
    thread.join()
print(mine.number)
