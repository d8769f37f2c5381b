"""One call of the library that never returns and keeps the processor busy."""
# task 5 · could_not_judge · next step
import itertools

sum(1 for _ in []) or max(itertools.repeat(1))
