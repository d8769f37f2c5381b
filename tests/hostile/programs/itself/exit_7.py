"""Ends by raise BaseException('x')."""
# task 5 · failed · BaseException
import sys

raise BaseException('x')
