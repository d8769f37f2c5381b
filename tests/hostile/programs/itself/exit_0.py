"""Ends by sys.exit(3)."""
# task 5 · failed · exit code 3
import sys

sys.exit(3)
