"""Writes many files in its folder, in /tmp and in folders that nobody may open."""
# task 5 · failed · *
import os
import tempfile

made = tempfile.mkdtemp()
for number in range(50):
    for folder in (".", made):
        with open(f"{folder}/{number}", "wb") as file:
            file.write(b"x" * 100_000)
os.makedirs("closed/inner")
open("closed/inner/file", "w").close()
os.chmod("closed/inner", 0)
os.chmod("closed", 0)
