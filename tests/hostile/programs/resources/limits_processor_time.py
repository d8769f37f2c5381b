"""Limits its own processor time and uses it up."""
# task 5 · failed · by the signal
import resource

resource.setrlimit(resource.RLIMIT_CPU, (1, 1))
sum(range(10**12))
