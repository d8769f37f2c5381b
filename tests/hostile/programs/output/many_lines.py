"""Prints 100 MB in a million lines."""
# task 5 · failed · prints without end
for _ in range(1_000_000):
    print("x" * 99)
