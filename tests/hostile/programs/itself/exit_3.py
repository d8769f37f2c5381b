"""Ends by sys.exit(-1)."""
# task 5 · failed · exit code 255
import sys

sys.exit(-1)
