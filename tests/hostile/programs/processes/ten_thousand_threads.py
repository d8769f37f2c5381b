"""Starts ten thousand threads, one after the other."""
# task 5 · could_not_judge · threads
import threading

for _ in range(10_000):
    thread = threading.Thread(target=print, args=("hello",))
    thread.start()
    thread.join()
