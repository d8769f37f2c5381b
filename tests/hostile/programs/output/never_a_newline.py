"""Prints a little at a time and never ends the line."""
# task 5 · failed · prints without end
while True:
    print("x" * 1000, end="", flush=True)
