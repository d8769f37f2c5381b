"""Prints 100 MB in one line."""
# task 5 · failed · prints without end
print("x" * 100_000_000)
