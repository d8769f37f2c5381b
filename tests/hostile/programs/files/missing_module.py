"""Imports a module that does not exist."""
# task 5 · failed · ModuleNotFoundError
import numpyy
