"""Waits in the C library."""
# task 5 · could_not_judge · ctypes
import ctypes

ctypes.CDLL(None).usleep(1000)
