"""Crashes the interpreter."""
# task 5 · failed · SIGSEGV
import faulthandler

faulthandler._sigsegv()
