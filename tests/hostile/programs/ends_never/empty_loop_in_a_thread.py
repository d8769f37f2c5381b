"""An empty endless loop in a thread that the main thread joins."""
# task 5 · failed · spins for ever
import threading


def spin():
    while True:
        pass


thread = threading.Thread(target=spin)
thread.start()
thread.join()
