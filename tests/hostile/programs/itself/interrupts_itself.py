"""Ends by os.kill(os.getpid(), signal.SIGINT)."""
# task 5 · failed · KeyboardInterrupt
import os
import signal

os.kill(os.getpid(), signal.SIGINT)
