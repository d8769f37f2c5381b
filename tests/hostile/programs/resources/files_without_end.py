"""Opens files without end."""
# task 5 · failed · Too many open files
kept = []
while True:
    kept.append(open(__file__))
