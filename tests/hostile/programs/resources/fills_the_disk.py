"""Writes a file until the disk is full."""
# task 5 · failed · OSError
with open("big", "wb") as file:
    while True:
        file.write(b"x" * 1_000_000)
