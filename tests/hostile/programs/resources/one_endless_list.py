"""Takes all memory with one list."""
# task 5 · failed · MemoryError
kept = []
while True:
    kept.append(bytearray(10_000_000))
