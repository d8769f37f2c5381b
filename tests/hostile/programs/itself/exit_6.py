"""Ends by raise KeyboardInterrupt."""
# task 5 · failed · KeyboardInterrupt
import sys

raise KeyboardInterrupt
