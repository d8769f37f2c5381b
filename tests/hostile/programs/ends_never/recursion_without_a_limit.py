"""Calls itself without end, the interpreter's own limit taken away."""
# task 5 · failed · *
import sys

sys.setrecursionlimit(1 << 30)


def again(*arguments):
    return max([1], key=lambda one: again(*arguments))


again()
