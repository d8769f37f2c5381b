"""Blocks in the kernel, in a call that the world does not know."""
# task 5 · could_not_judge · does not model
import os

ours, theirs = os.pipe()
os.read(ours, 1)
