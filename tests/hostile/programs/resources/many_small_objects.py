"""Takes all memory in small pieces."""
# task 5 · failed · *
kept = []
while True:
    kept.append([None] * 100_000)
