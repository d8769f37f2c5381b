"""Leaves by the raw _exit with code 0."""
# task 5 · failed · died
import posix

posix._exit(0)
