"""os._exit ends at once, with its status and without atexit."""
import atexit
import os
import sys

atexit.register(print, "never")
print("before")
sys.stdout.flush()
os._exit(4)
