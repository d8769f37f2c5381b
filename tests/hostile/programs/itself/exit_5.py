"""Ends by quit(7)."""
# task 5 · failed · exit code 7
import sys

quit(7)
