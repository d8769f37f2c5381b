"""Ends by signal.raise_signal(signal.SIGTERM)."""
# task 5 · failed · SIGTERM
import os
import signal

signal.raise_signal(signal.SIGTERM)
