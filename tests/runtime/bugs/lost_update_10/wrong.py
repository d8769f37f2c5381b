"""Ten threads add one each without a lock."""
import threading


class Box:
    value = 0


def add():
    Box.value = Box.value + 1


threads = [threading.Thread(target=add) for _ in range(10)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("right" if Box.value == 10 else "BUG")
