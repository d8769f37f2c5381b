"""Writes a module named like one of the library's into its folder and imports it."""
# task 5 · failed · exit code 4
import sys

with open("colorsys.py", "w") as file:
    file.write("VALUE = 4")
import colorsys

sys.exit(colorsys.VALUE)
