"""Starts threads without end."""
# task 5 · could_not_judge · threads
import threading
import time

while True:
    threading.Thread(target=time.sleep, args=(1000,)).start()
