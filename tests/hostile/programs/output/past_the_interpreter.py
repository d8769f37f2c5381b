"""Writes 100 MB to the descriptor, past every stream."""
# task 5 · failed · prints without end
import os

with open(os.dup(1), "wb") as stream:
    for _ in range(1000):
        stream.write(b"z" * 100_000)
