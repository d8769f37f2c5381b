"""Ten threads add one each under a lock."""
import threading


class Box:
    value = 0
    lock = threading.Lock()


def add():
    with Box.lock:
        Box.value = Box.value + 1


threads = [threading.Thread(target=add) for _ in range(10)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("right" if Box.value == 10 else "BUG")
