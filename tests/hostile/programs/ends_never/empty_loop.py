"""An empty endless loop in the main thread."""
# task 5 · failed · spins for ever
while True:
    pass
