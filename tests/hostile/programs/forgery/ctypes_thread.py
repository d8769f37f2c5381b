"""A thread by the C library."""
# task 5 · could_not_judge · ctypes
import ctypes

libc = ctypes.CDLL(None)
made = ctypes.c_ulong()
libc.pthread_create(ctypes.byref(made), None, libc.pause, None)
