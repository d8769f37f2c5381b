"""Ends by sys.exit(256)."""
# task 5 · failed · *
import sys

sys.exit(256)
