"""`if work: work.pop()` by three threads on two items."""
import threading

work = [1, 2]
failed = []


def take():
    try:
        if work:
            work.pop()
    except IndexError:
        failed.append(1)


threads = [threading.Thread(target=take) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("BUG" if failed else "right")
