"""Writes 100 MB by one os.write."""
# task 5 · failed · prints without end
import os

os.write(1, b"x" * 100_000_000)
