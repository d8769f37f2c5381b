"""Prints in an endless loop."""
# task 5 · failed · prints without end
while True:
    print("still here")
