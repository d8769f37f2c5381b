"""Forks twice and leaves its session to outlive the grader."""
# task 5 · failed · was still alive one second
import os
import time

if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        time.sleep(600)
    os._exit(0)
