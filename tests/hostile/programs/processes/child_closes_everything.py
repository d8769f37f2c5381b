"""A child closes every descriptor, the runtime's too, and goes on."""
# task 7 · could_not_judge · broke its connection
import os
import time

if os.fork() == 0:
    os.closerange(3, 4096)
    time.sleep(100)
    os._exit(0)
os.wait()
