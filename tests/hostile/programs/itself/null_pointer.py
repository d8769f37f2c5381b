"""Reads address 0 by ctypes."""
# task 5 · failed · SIGSEGV
import ctypes

ctypes.string_at(0)
