"""sys.exit in a thread ends that thread alone, in silence."""
import sys
import threading


def leave(value):
    print("leaving", value)
    sys.exit(value)


for value in (0, 1, "word", None):
    thread = threading.Thread(target=leave, args=(value,))
    thread.start()
    thread.join()
thread = threading.Thread(target=exit)
thread.start()
thread.join()
print("still here")
