"""Ends by os.kill(os.getpid(), signal.SIGTERM)."""
# task 5 · failed · SIGTERM
import os
import signal

os.kill(os.getpid(), signal.SIGTERM)
