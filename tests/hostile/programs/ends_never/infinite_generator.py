"""A loop over a generator that never ends."""
# task 5 · could_not_judge · next step
def numbers():
    n = 0
    while True:
        yield n
        n += 1


for _ in numbers():
    pass
