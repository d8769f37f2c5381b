"""Ends by sys.exit(2**70)."""
# task 5 · failed · *
import sys

sys.exit(2**70)
