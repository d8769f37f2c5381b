"""Counts in a local variable for ever."""
# task 5 · could_not_judge · next step
def count():
    x = 0
    while True:
        x += 1


count()
