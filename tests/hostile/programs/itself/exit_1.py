"""Ends by sys.exit('bye')."""
# task 5 · failed · exit code 1
import sys

sys.exit('bye')
