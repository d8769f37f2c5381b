"""Forks twice and leaves its session to outlive the grader."""
# task 5 · could_not_judge · os.fork
import os
import time

if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        time.sleep(600)
    os._exit(0)
