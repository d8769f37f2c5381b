"""Leaves by the raw _exit with code 0."""
# task 5 · failed · past the interpreter
import posix

posix._exit(0)
