"""Opens files without end."""
# task 5 · failed · *
kept = []
while True:
    kept.append(open(__file__))
