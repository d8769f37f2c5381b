"""Ends by os.kill(0, signal.SIGKILL)."""
# task 5 · failed · SIGKILL
import os
import signal

os.kill(0, signal.SIGKILL)
