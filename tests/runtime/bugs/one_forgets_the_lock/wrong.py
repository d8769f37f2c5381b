"""Three threads use the lock, the fourth forgets it."""
import threading

total = 0
lock = threading.Lock()


def careful():
    global total
    with lock:
        total += 1


def careless():
    global total
    total += 1


threads = [threading.Thread(target=f) for f in (careful, careful, careful, careless)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("right" if total == 4 else "BUG")
