"""A loop that would end some day: nobody can tell."""
# task 5 · could_not_judge · next step
def count():
    x = 0
    while x < 10**13:
        x += 1


count()
