"""Four threads take memory until there is none."""
# task 5 · failed · MemoryError
import threading


def take():
    kept = []
    while True:
        kept.append(bytearray(100_000_000))


threads = [threading.Thread(target=take) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
