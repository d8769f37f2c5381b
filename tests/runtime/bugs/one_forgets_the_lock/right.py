"""All four threads use the lock."""
import threading

total = 0
lock = threading.Lock()


def careful():
    global total
    with lock:
        total += 1


threads = [threading.Thread(target=careful) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("right" if total == 4 else "BUG")
