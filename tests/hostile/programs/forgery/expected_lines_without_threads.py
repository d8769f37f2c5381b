"""Prints what ten threads would print, without any."""
# task 5 · failed · threads
import os
import time

for batch in (range(5), range(5, 10)):
    os.write(1, b"".join(b"Thread-%d begin\n" % n for n in batch))
    time.sleep(1)
    os.write(1, b"".join(b"Thread-%d end\n" % n for n in batch))
