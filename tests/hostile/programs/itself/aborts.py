"""Ends by os.abort()."""
# task 5 · failed · SIGABRT
import os
import signal

os.abort()
