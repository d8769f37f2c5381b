"""Waits for a pipe that nobody writes to."""
# task 5 · failed · waits for a pipe
import os

ours, theirs = os.pipe()
os.read(ours, 1)
