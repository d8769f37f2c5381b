"""Prints 100 MB on standard error."""
# task 5 · failed · prints without end
import sys

for _ in range(1000):
    sys.stderr.write("e" * 100_000 + "\n")
