"""Counts in a local variable for ever."""
# task 5 · failed · spins for ever
def count():
    x = 0
    while True:
        x += 1


count()
