"""Timers fire in the order of their times, the main thread through or not."""
import threading

for index in (3, 1, 2):
    threading.Timer(index / 20, print, [index]).start()
print("main is through")
