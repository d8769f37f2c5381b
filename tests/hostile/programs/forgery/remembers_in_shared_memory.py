"""Remembers its run in shared memory that outlives it."""
# task 5 · could_not_judge · *
from multiprocessing import shared_memory

block = shared_memory.SharedMemory("grader_hostile_shm", create=True, size=64)
block.buf[0] = 1
print("left behind")
