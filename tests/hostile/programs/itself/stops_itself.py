"""Stops itself: SIGSTOP."""
# task 5 · could_not_judge · does not model
import os
import signal

os.kill(os.getpid(), signal.SIGSTOP)
