"""A consumer that looks once and not again after it was woken."""
import threading

condition = threading.Condition()
items = []
failed = []


def consume():
    with condition:
        if not items:
            condition.wait()
        if items:
            items.pop()
        else:
            failed.append(1)


def produce():
    with condition:
        items.append(1)
        condition.notify_all()
    with condition:
        items.append(2)
        condition.notify_all()


threads = [threading.Thread(target=f) for f in (consume, consume, produce)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("BUG" if failed else "right")
