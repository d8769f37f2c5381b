"""Blocks in the kernel, in a call that the world does not know."""
# task 5 · could_not_judge · does not model
import fcntl
import os

if os.path.exists("/dev/ptmx"):
    ours = os.open("/dev/ptmx", os.O_RDWR)
    os.read(ours, 1)
