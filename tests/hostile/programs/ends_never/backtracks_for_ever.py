"""A regular expression that takes longer than the universe has."""
# task 5 · could_not_judge · next step
import re

re.match("(a+)+$", "a" * 60 + "b")
