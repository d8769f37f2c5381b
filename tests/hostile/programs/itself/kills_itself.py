"""Ends by os.kill(os.getpid(), signal.SIGKILL)."""
# task 5 · failed · SIGKILL
import os
import signal

os.kill(os.getpid(), signal.SIGKILL)
